/* Preloaded into a test process: plays tricks on writes to files whose path has the text of FAILING_FILE in it.

   FULL_WHILE     as long as this file exists, nothing more can be written, as on a full disk
   WRITE_FAILURE  "full" (no room), "short" (half is written) or "interrupted": what happens to the write before which
                  WRITES_BEFORE_FAILURE others were let through */

#define _GNU_SOURCE
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

static int concerns(int file) {
    const char *wanted = getenv("FAILING_FILE");
    char link[64], path[4096];
    if (wanted == NULL) {
        return 0;
    }
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) {
        return 0;
    }
    path[length] = 0;
    return strstr(path, wanted) != NULL;
}

/* How many bytes to write: all, fewer, or -1 with errno set. */
static ssize_t allowed(int file, size_t count) {
    const char *full = getenv("FULL_WHILE"), *how = getenv("WRITE_FAILURE"),
               *before = getenv("WRITES_BEFORE_FAILURE");
    if ((full == NULL && how == NULL) || !concerns(file)) {
        return (ssize_t)count;
    }
    if (full != NULL && access(full, F_OK) == 0) {
        errno = ENOSPC;
        return -1;
    }
    if (how == NULL || before == NULL || atomic_fetch_add(&calls, 1) != atol(before)) {
        return (ssize_t)count;
    }
    if (strcmp(how, "short") == 0) {
        return (ssize_t)(count / 2);
    }
    errno = strcmp(how, "interrupted") == 0 ? EINTR : ENOSPC;
    return -1;
}

ssize_t write(int file, const void *bytes, size_t count) {
    ssize_t some = allowed(file, count);
    return some < 0 ? -1 : (ssize_t)syscall(SYS_write, file, bytes, (size_t)some);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t place) {
    ssize_t some = allowed(file, count);
    return some < 0 ? -1 : (ssize_t)syscall(SYS_pwrite64, file, bytes, (size_t)some, place);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t place) {
    return pwrite64(file, bytes, count, place);
}
