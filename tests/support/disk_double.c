/* A disk that can be full, and whose every write is known: preloaded before the C library.
 *
 * DISK_ROOT    files below it are this disk's
 * DISK_FULL    while this file exists, no file below DISK_ROOT may grow: ENOSPC
 * DISK_JOURNAL every change of a file below DISK_ROOT is appended here, in the order in which the
 *              program made it; `disk_double.py` reads it and builds what a power cut leaves.
 *
 * Record: op (1 byte: W write, T truncate, S sync, R rename, U unlink, O open), time (ns, 8),
 *         path length (4), path, offset or size (8), data length (4), data (W) or new path (R).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int journal = -1;

static const char *below(const char *path) {
    const char *root = getenv("DISK_ROOT");
    return root && path && strncmp(path, root, strlen(root)) == 0 ? path : NULL;
}

static int path_of(int fd, char *path, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, size - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return below(path) != NULL;
}

static void put(const void *data, size_t length) {
    const char *at = data;
    while (length) {
        ssize_t done = syscall(SYS_write, journal, at, length);
        if (done <= 0) abort();
        at += done;
        length -= (size_t)done;
    }
}

static void record(char op, const char *path, int64_t where, const void *data, uint32_t length) {
    const char *name = getenv("DISK_JOURNAL");
    if (!name) return;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    int64_t ns = (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
    uint32_t path_length = (uint32_t)strlen(path);
    if (journal < 0)
        journal = (int)syscall(SYS_openat, AT_FDCWD, name,
                               O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    put(&op, 1);
    put(&ns, 8);
    put(&path_length, 4);
    put(path, path_length);
    put(&where, 8);
    put(&length, 4);
    put(data, length);
}

static int is_full(void) {
    const char *flag = getenv("DISK_FULL");
    return flag && syscall(SYS_access, flag, F_OK) == 0;
}

static int64_t size_of(int fd) {
    struct stat found;
    return fstat(fd, &found) ? 0 : found.st_size;
}

static ssize_t write_at(int fd, const void *data, size_t length, off64_t offset) {
    char path[4096];
    if (!path_of(fd, path, sizeof path)) return syscall(SYS_pwrite64, fd, data, length, offset);
    pthread_mutex_lock(&lock);
    ssize_t done;
    if (is_full() && offset + (int64_t)length > size_of(fd)) {
        errno = ENOSPC;
        done = -1;
    } else {
        done = syscall(SYS_pwrite64, fd, data, length, offset);
        if (done > 0) record('W', path, offset, data, (uint32_t)done);
    }
    int kept = errno;
    pthread_mutex_unlock(&lock);
    errno = kept;
    return done;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
    return write_at(fd, data, length, offset);
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
    return write_at(fd, data, length, offset);
}

ssize_t write(int fd, const void *data, size_t length) {
    char path[4096];
    if (!path_of(fd, path, sizeof path)) return syscall(SYS_write, fd, data, length);
    off64_t offset = lseek64(fd, 0, SEEK_CUR);
    if (fcntl(fd, F_GETFL) & O_APPEND) offset = size_of(fd);
    ssize_t done = write_at(fd, data, length, offset);
    if (done > 0) lseek64(fd, offset + done, SEEK_SET);
    return done;
}

static int truncate_to(int fd, off64_t size) {
    char path[4096];
    if (!path_of(fd, path, sizeof path)) return (int)syscall(SYS_ftruncate, fd, size);
    pthread_mutex_lock(&lock);
    int done;
    if (is_full() && size > size_of(fd)) {
        errno = ENOSPC;
        done = -1;
    } else {
        done = (int)syscall(SYS_ftruncate, fd, size);
        if (!done) record('T', path, size, "", 0);
    }
    int kept = errno;
    pthread_mutex_unlock(&lock);
    errno = kept;
    return done;
}
int ftruncate(int fd, off_t size) { return truncate_to(fd, size); }
int ftruncate64(int fd, off64_t size) { return truncate_to(fd, size); }

static int synced(int fd, long call) {
    char path[4096];
    int ours = path_of(fd, path, sizeof path);
    if (!ours) return (int)syscall(call, fd);
    /* Not passed on: whatever is not in the journal's synced part is lost anyway. */
    pthread_mutex_lock(&lock);
    record('S', path, 0, "", 0);
    pthread_mutex_unlock(&lock);
    return 0;
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

int rename(const char *from, const char *to) {
    pthread_mutex_lock(&lock);
    int done = (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
    int kept = errno;
    if (!done && below(from)) record('R', from, 0, to, (uint32_t)strlen(to));
    pthread_mutex_unlock(&lock);
    errno = kept;
    return done;
}

int unlink(const char *path) {
    pthread_mutex_lock(&lock);
    int done = (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    int kept = errno;
    if (!done && below(path)) record('U', path, 0, "", 0);
    pthread_mutex_unlock(&lock);
    errno = kept;
    return done;
}
