# Picks from Maven's log the lines that tell why it failed: its errors without its advice, or else its last lines.

/^\[ERROR\] *$/ || /^\[ERROR\] +(mvn <args>|\[Help )/ { next }
/^\[ERROR\] (To see the full stack trace|Re-run Maven|For more information|After correcting)/ { next }
/^\[INFO\] Download/ { next }

/^\[ERROR\]/ {
  if (!($0 in seen)) errors[++errorCount] = $0
  seen[$0] = 1
  next
}

{ others[++otherCount] = $0 }

END {
  most = 20
  if (errorCount > 0) {
    for (i = 1; i <= errorCount && i <= most; i++) print "  " errors[i]
    if (errorCount > most) print "  and " (errorCount - most) " more"
  } else {
    for (i = (otherCount > most ? otherCount - most + 1 : 1); i <= otherCount; i++) print "  " others[i]
  }
}
