/// One connection through libcurl, which is opened when it is first asked for: whoever never fetches does not pay for it at
/// every start, and does not need it. Its functions are called by the types of curl's own header.

#ifndef CCURL_H
#define CCURL_H

#include <stddef.h>

typedef struct ccurl_session ccurl_session;

/// What is wanted. Nothing is followed: whoever asks decides about a redirect.
typedef struct {
    const char *url;
    const char *agent;
    /// Lines such as `If-None-Match: "…"`; may be NULL.
    const char *const *headers;
    size_t header_count;
    /// Whether the proxies of the environment are passed by.
    int is_direct;
    long connect_milliseconds;
    /// A connection on which nothing comes for so long is given up.
    long idle_seconds;
    /// More bytes than these are not taken.
    long long most_bytes;
    /// Whatever the four functions want to be given.
    void *context;
    /// A line of the head of the answer, without its end.
    void (*head)(void *context, const char *bytes, size_t count);
    /// A part of the body; 0 stops.
    int (*body)(void *context, const char *bytes, size_t count);
    /// Asked a few times a second; 0 stops.
    int (*may_go_on)(void *context);
} ccurl_request;

enum ccurl_outcome {
    ccurl_answered = 0,
    /// Nobody of this name, or nobody who answers at this address.
    ccurl_no_name,
    ccurl_refused,
    /// The certificate is not to be trusted, or no protected connection came about.
    ccurl_untrusted,
    ccurl_cut_short,
    ccurl_too_slow,
    ccurl_too_large,
    ccurl_stopped,
    /// The proxy of the environment was not found, or said no.
    ccurl_no_proxy,
    ccurl_failed
};

typedef struct {
    enum ccurl_outcome outcome;
    /// Of the answer: 200.
    long status;
    /// Whether a connection came about, and the question was on its way.
    int was_connected;
    /// What curl says went wrong.
    char words[256];
} ccurl_answer;

/// NULL where libcurl is not installed.
ccurl_session *ccurl_open(void);
void ccurl_close(ccurl_session *session);

/// Gets one address, on the connection that is open yet where it is to the same host.
void ccurl_get(ccurl_session *session, const ccurl_request *request, ccurl_answer *answer);

#endif
