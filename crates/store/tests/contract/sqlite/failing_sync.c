/* Preloaded into a test process: lets a number of syncs through and fails the next one, or all from then on, with an
   I/O error, as a dying disk would. The number stands in SYNCS_BEFORE_FAILURE, "ever" or "once" in SYNC_FAILURE. */

#define _GNU_SOURCE
#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_long calls;

static int fails(void) {
    const char *before = getenv("SYNCS_BEFORE_FAILURE");
    const char *mode = getenv("SYNC_FAILURE");
    if (before == NULL || mode == NULL) {
        return 0;
    }
    long call = atomic_fetch_add(&calls, 1), first = atol(before);
    return strcmp(mode, "once") == 0 ? call == first : call >= first;
}

int fdatasync(int file) {
    if (fails()) {
        errno = EIO;
        return -1;
    }
    return (int)syscall(SYS_fdatasync, file);
}

int fsync(int file) {
    if (fails()) {
        errno = EIO;
        return -1;
    }
    return (int)syscall(SYS_fsync, file);
}
