# Sourced by ./optimizer, and by the benchmarks that start another program beside it: sets jvm_options to what the
# program's JVM is started with. Large pages, where the system gives them to who asks, spare it a seventh of its work.
jvm_options="-XX:+UseSerialGC -Xms96m -Xmn48m -Xmx512m"
if grep -qs -e '\[madvise\]' -e '\[always\]' /sys/kernel/mm/transparent_hugepage/enabled; then
  jvm_options="$jvm_options -XX:+UseTransparentHugePages"
fi
