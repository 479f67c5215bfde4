/*
 * A certificate for localhost that nobody vouches for, and its key, which opens nothing. Made with
 * openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=localhost
 */
const pem = (title: string, lines: string) =>
  `-----BEGIN ${title}-----\n${lines}\n-----END ${title}-----\n`

export const selfSigned = {
  key: pem(
    'PRIVATE KEY',
    `MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgX7Pl2Fb/StnhpKKz
FHSgUqETd/50YuCS6JSbxwqImwWhRANCAAT9wnka3oxB2Hb4t7rAD1xISK68TEv4
4ip2l1AoxqKevotc6YuybN0JXQ6vC1iqlkBG9AsVzbA51EC+lvvQK7/x`,
  ),
  cert: pem(
    'CERTIFICATE',
    `MIIBmjCCAUGgAwIBAgIUVrWqB0Wvx4E3IvBnOZIu3eklgpAwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNTIyMDg1N1oYDzIxMjYxMTAx
MjIwODU3WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAT9wnka3oxB2Hb4t7rAD1xISK68TEv44ip2l1AoxqKevotc6YuybN0J
XQ6vC1iqlkBG9AsVzbA51EC+lvvQK7/xo28wbTAdBgNVHQ4EFgQUUz1mThnQpg+z
69DWxpjaM9Mcq6gwHwYDVR0jBBgwFoAUUz1mThnQpg+z69DWxpjaM9Mcq6gwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARhwR/AAABgglsb2NhbGhvc3QwCgYIKoZI
zj0EAwIDRwAwRAIgQPjzoevOQaPDQiNs3uB0XcI/gKnRx63ECvsCfWM+RqICIAz6
5SjdoQ3cQAnjhMRoeBPiuHVzLgb12/6ZCiOPIJz9`,
  ),
}
