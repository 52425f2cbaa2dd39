#include "CCurl.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct ccurl_session {
    CURL *easy;
    __typeof__(&curl_easy_setopt) set;
    __typeof__(&curl_easy_getinfo) info;
    __typeof__(&curl_easy_perform) perform;
    __typeof__(&curl_easy_reset) reset;
    __typeof__(&curl_easy_cleanup) cleanup;
    __typeof__(&curl_easy_strerror) words;
    __typeof__(&curl_slist_append) append;
    __typeof__(&curl_slist_free_all) free_all;
};

// The name of the library has not changed since 2006; Debian has one for each library of certificates.
static void *library(void) {
    static const char *const names[] = {
        "libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib", "/opt/homebrew/opt/curl/lib/libcurl.4.dylib"};
    for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
        void *opened = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
        if (opened) return opened;
    }
    return NULL;
}

ccurl_session *ccurl_open(void) {
    void *from = library();
    ccurl_session *session = from ? calloc(1, sizeof *session) : NULL;
    if (!session) return NULL;
    __typeof__(&curl_global_init) prepare = (__typeof__(&curl_global_init))dlsym(from, "curl_global_init");
    __typeof__(&curl_easy_init) init = (__typeof__(&curl_easy_init))dlsym(from, "curl_easy_init");
    session->set = (__typeof__(session->set))dlsym(from, "curl_easy_setopt");
    session->info = (__typeof__(session->info))dlsym(from, "curl_easy_getinfo");
    session->perform = (__typeof__(session->perform))dlsym(from, "curl_easy_perform");
    session->reset = (__typeof__(session->reset))dlsym(from, "curl_easy_reset");
    session->cleanup = (__typeof__(session->cleanup))dlsym(from, "curl_easy_cleanup");
    session->words = (__typeof__(session->words))dlsym(from, "curl_easy_strerror");
    session->append = (__typeof__(session->append))dlsym(from, "curl_slist_append");
    session->free_all = (__typeof__(session->free_all))dlsym(from, "curl_slist_free_all");
    if (prepare && init && session->set && session->info && session->perform && session->reset && session->cleanup
        && session->words && session->append && session->free_all && prepare(CURL_GLOBAL_DEFAULT) == CURLE_OK)
        session->easy = init();
    if (session->easy) return session;
    free(session);
    return NULL;
}

void ccurl_close(ccurl_session *session) {
    if (!session) return;
    session->cleanup(session->easy);
    free(session);
}

static size_t take_head(char *bytes, size_t size, size_t count, void *context) {
    const ccurl_request *request = context;
    size_t length = size * count, shown = length;
    while (shown > 0 && (bytes[shown - 1] == '\r' || bytes[shown - 1] == '\n')) shown--;
    request->head(request->context, bytes, shown);
    return length;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
    const ccurl_request *request = context;
    size_t length = size * count;
    return length == 0 || request->body(request->context, bytes, length) ? length : 0;
}

static int go_on(void *context, curl_off_t all, curl_off_t done, curl_off_t up, curl_off_t sent) {
    (void)all, (void)done, (void)up, (void)sent;
    const ccurl_request *request = context;
    return request->may_go_on(request->context) ? 0 : 1;
}

static enum ccurl_outcome outcome(CURLcode code) {
    switch (code) {
    case CURLE_OK: return ccurl_answered;
    case CURLE_COULDNT_RESOLVE_HOST: return ccurl_no_name;
    case CURLE_COULDNT_CONNECT: return ccurl_refused;
    case CURLE_COULDNT_RESOLVE_PROXY: return ccurl_no_proxy;
    case CURLE_PROXY: return ccurl_no_proxy;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE: return ccurl_untrusted;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR: return ccurl_cut_short;
    case CURLE_OPERATION_TIMEDOUT: return ccurl_too_slow;
    case CURLE_FILESIZE_EXCEEDED: return ccurl_too_large;
    case CURLE_WRITE_ERROR:
    case CURLE_ABORTED_BY_CALLBACK: return ccurl_stopped;
    default: return ccurl_failed;
    }
}

void ccurl_get(ccurl_session *session, const ccurl_request *request, ccurl_answer *answer) {
    CURL *easy = session->easy;
    char words[CURL_ERROR_SIZE] = "";
    memset(answer, 0, sizeof *answer);
    // What was set is forgotten; the connection stays.
    session->reset(easy);
    session->set(easy, CURLOPT_ERRORBUFFER, words);
    session->set(easy, CURLOPT_URL, request->url);
    session->set(easy, CURLOPT_USERAGENT, request->agent);
    session->set(easy, CURLOPT_NOSIGNAL, 1L);
    session->set(easy, CURLOPT_FOLLOWLOCATION, 0L);
    // An address with `..` or an odd sign goes out as it was checked.
    session->set(easy, CURLOPT_PATH_AS_IS, 1L);
    session->set(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    session->set(easy, CURLOPT_MAXCONNECTS, 1L);
    session->set(easy, CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
    session->set(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
    session->set(easy, CURLOPT_LOW_SPEED_TIME, request->idle_seconds);
    session->set(easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)request->most_bytes);
    if (request->is_direct) session->set(easy, CURLOPT_PROXY, "");
    // As the program curl does: certificates of one's own, for who has to pass through a proxy that has its own.
    const char *certificates = getenv("CURL_CA_BUNDLE");
    if (!certificates || !*certificates) certificates = getenv("SSL_CERT_FILE");
    if (certificates && *certificates) session->set(easy, CURLOPT_CAINFO, certificates);
#if LIBCURL_VERSION_NUM >= 0x075500
    session->set(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#endif
    struct curl_slist *lines = NULL;
    for (size_t index = 0; index < request->header_count; index++) {
        struct curl_slist *longer = session->append(lines, request->headers[index]);
        if (longer) lines = longer;
    }
    session->set(easy, CURLOPT_HTTPHEADER, lines);
    session->set(easy, CURLOPT_HEADERFUNCTION, take_head);
    session->set(easy, CURLOPT_HEADERDATA, (void *)request);
    session->set(easy, CURLOPT_WRITEFUNCTION, take_body);
    session->set(easy, CURLOPT_WRITEDATA, (void *)request);
    session->set(easy, CURLOPT_NOPROGRESS, 0L);
    session->set(easy, CURLOPT_XFERINFOFUNCTION, go_on);
    session->set(easy, CURLOPT_XFERINFODATA, (void *)request);
    CURLcode code = session->perform(easy);
    answer->outcome = outcome(code);
    session->info(easy, CURLINFO_RESPONSE_CODE, &answer->status);
    double connected = 0;
    session->info(easy, CURLINFO_PRETRANSFER_TIME, &connected);
    answer->was_connected = connected > 0;
    snprintf(answer->words, sizeof answer->words, "%s", *words ? words : session->words(code));
    // What was set points into this call.
    session->reset(easy);
    session->free_all(lines);
}
