#include "reader/sandbox.h"

#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>

#include <memory>

namespace aliprotect {
namespace {

// AddressSanitizer reserves terabytes of memory, and opens files when it reports something.
#ifdef __SANITIZE_ADDRESS__
constexpr bool is_instrumented = true;
#else
constexpr bool is_instrumented = false;
#endif

constexpr rlim_t most_memory = rlim_t{512} * 1024 * 1024;
constexpr time_t most_seconds = 60;  // of CPU time for a file

void limit(__rlimit_resource resource, rlim_t most) {
  const rlimit limits{most, most};
  ::setrlimit(resource, &limits);
}

constexpr int allowed_calls[] = {SCMP_SYS(read),
                                 SCMP_SYS(pread64),
                                 SCMP_SYS(readv),
                                 SCMP_SYS(write),
                                 SCMP_SYS(writev),
                                 SCMP_SYS(recvmsg),
                                 SCMP_SYS(close),
                                 SCMP_SYS(lseek),
                                 SCMP_SYS(fstat),
                                 SCMP_SYS(newfstatat),
                                 SCMP_SYS(dup),
                                 SCMP_SYS(fcntl),
                                 SCMP_SYS(brk),
                                 SCMP_SYS(munmap),
                                 SCMP_SYS(mremap),
                                 SCMP_SYS(madvise),
                                 SCMP_SYS(futex),
                                 SCMP_SYS(setitimer),
                                 SCMP_SYS(getrandom),
                                 SCMP_SYS(rt_sigreturn),
                                 SCMP_SYS(exit),
                                 SCMP_SYS(exit_group),
                                 SCMP_SYS(rt_sigprocmask),
                                 SCMP_SYS(getpid),
                                 SCMP_SYS(gettid),
                                 SCMP_SYS(tgkill),
                                 SCMP_SYS(sched_yield),
                                 SCMP_SYS(restart_syscall)};

/// Memory can be mapped and protected, but not made executable.
bool allow_memory(scmp_filter_ctx filter) {
  const auto not_executable = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
  return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, not_executable) == 0 &&
         seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, not_executable) == 0;
}

/// All other calls fail with EPERM, as if the permission were missing.
bool restrict_calls() {
  const std::unique_ptr<void, decltype(&seccomp_release)> filter(seccomp_init(SCMP_ACT_ERRNO(1)),
                                                                 &seccomp_release);
  if (!filter) return false;
  for (const int call : allowed_calls) {
    if (seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) != 0) return false;
  }
  return allow_memory(filter.get()) && seccomp_load(filter.get()) == 0;
}

}  // namespace

bool enter_sandbox() {
  if (is_instrumented) return false;
  limit(RLIMIT_AS, most_memory);
  limit(RLIMIT_FSIZE, rlim_t{4} * 1024 * 1024 * 1024);
  limit(RLIMIT_CORE, 0);
  ::prctl(PR_SET_DUMPABLE, 0);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  return restrict_calls();
}

void limit_time_of_file() {
  const itimerval timer{{0, 0}, {most_seconds, 0}};
  ::setitimer(ITIMER_PROF, &timer, nullptr);
}

}  // namespace aliprotect
