# Reads the XML reports of Surefire and Failsafe, one after the other. Names the tests that failed or were skipped,
# closes with "N passed, N failed, N skipped", and exits with 1 unless Maven passed, every test did, and there was one.
# In: maven_status, Maven's exit code; ci, "true" where a skipped test is a failure.

function attribute(name, before, value) {
  if (split($0, before, " " name "=\"") < 2) return ""
  split(before[2], value, "\"")
  return plain(value[1])
}

function plain(text) {
  gsub(/&quot;/, "\"", text)
  gsub(/&apos;/, "'", text)
  gsub(/&lt;/, "<", text)
  gsub(/&gt;/, ">", text)
  gsub(/&#10;.*/, "", text)
  gsub(/&amp;/, "\\&", text)
  return text
}

function remember(what, message) {
  message = attribute("message")
  if (message == "" && sub(/^.*<!\[CDATA\[[^ ]*: /, "")) message = $0
  remembered[++count] = what ": " test (message == "" ? "" : ": " message)
}

/^<testsuite / {
  failed += attribute("failures") + attribute("errors")
  skipped += attribute("skipped")
  total += attribute("tests")
}

/^ *<testcase / {
  test = attribute("classname") (attribute("name") == "" ? "" : "." attribute("name"))
}

/^ *<(failure|error)[ >\/]/ { remember("failed") }
/^ *<skipped[ >\/]/ { remember("skipped") }

END {
  print ""
  for (i = 1; i <= count; i++) print remembered[i]
  if (maven_status != 0 && failed == 0) print "verify: the build failed (Maven's exit code " maven_status "); see above"
  if (ci == "true" && skipped > 0) print "verify: with CI=true a skipped test is a failure"
  if (total == 0) print "verify: no test ran"
  print (total - failed - skipped) " passed, " failed + 0 " failed, " skipped + 0 " skipped"
  exit maven_status != 0 || failed > 0 || total == 0 || (ci == "true" && skipped > 0)
}
