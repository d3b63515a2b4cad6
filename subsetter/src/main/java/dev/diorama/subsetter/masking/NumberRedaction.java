package dev.diorama.subsetter.masking;

/** Zero with as many decimals. */
final class NumberRedaction implements Masker {
    @Override
    public String mask(String value, String subject, int attempt) {
        int point = value.indexOf('.');
        int end = point + 1;
        while (point >= 0 && end < value.length() && Character.isDigit(value.charAt(end))) {
            end++;
        }
        return point < 0 ? "0" : "0." + "0".repeat(end - point - 1);
    }
}
