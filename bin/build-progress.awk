# Reads Maven's log. With mode=now: what it does at the moment, on one line.
# With mode=modules: the modules it has come to, without the first `shown` of them.

/^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$/ {
  module = $NF
  for (field = 3; field < NF - 1; field++) module = module " " $field
  step = ""
  if (mode == "modules" && ++modules > shown) print module
}

/^\[INFO\] --- / {
  count = split($3, parts, ":")
  step = parts[1] " " parts[count]
}

/^\[INFO\] Downloading from / {
  count = split($NF, parts, "/")
  downloads++
  step = "downloading " parts[count] ", file " downloads
}

END {
  if (mode != "now") exit
  if (module == "" && step == "") print "starting Maven"
  else if (module == "") print step
  else if (step == "") print module
  else print module ": " step
}
