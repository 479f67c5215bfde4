/** Tables, pictures and what else is not text. */
export const tablesAndMedia: readonly string[] = [
  '<table><tr><td>1</td><td>2</td></tr></table>',
  '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>1</td></tr></tbody><tfoot><tr><td>s</td></tr></tfoot></table>',
  '<table border="1" cellpadding="4"><caption>Labels</caption><tr><th>Label</th><th>Meaning</th></tr><tr><td>A</td><td>b</td></tr></table>',
  '<table><colgroup><col span="2" style="width:20%"></colgroup><tr><td colspan="2">wide</td></tr><tr><td rowspan="2">tall</td><td>x</td></tr></table>',
  '<p>Before</p><table class="t"><tr><td><p>p</p><ul><li>l</li></ul></td></tr></table><p>After</p>',
  '<table><tr><td><table><tr><td>inner</td></tr></table></td></tr></table>',
  '<table style="width:100%;border-collapse:collapse"><tr style="background:#eee"><td style="text-align:right" align="right">9</td></tr></table>',
  '<table><tr><th scope="row">r</th><td>1</td></tr></table>',
  '<table>text in a table<tr><td>moved out</td></tr></table>',
  '<img src="https://example.org/a.png" alt="A chart of ratings">',
  '<p><img alt="a" src="https://example.org/a.png" width="400" loading="lazy" style="max-width: 100%"></p>',
  '<p><a href="https://example.org"><img src="https://example.org/a.png" alt="linked"></a></p>',
  '<figure><img src="https://example.org/a.png" alt="a"><img src="https://example.org/b.png" alt="b"><figcaption>Two</figcaption></figure>',
  '<p><img src="data:image/png;base64,iVBORw0KGgo=" alt="inline"></p>',
]

/** What the sanitiser takes something out of: never all of it comes back. */
export const unsafe: readonly string[] = [
  '<p>Read the text.</p><!-- <p>old instruction</p> --><p>Answer.</p>',
  '<!doctype html><html><head><title>t</title></head><body><p>a whole page</p></body></html>',
  '<p>a<b</p>',
  '<p onclick="alert(1)">click</p>',
  '<script>alert(1)</script><p>after</p>',
  '<p><a href="javascript:alert(1)">bad link</a></p>',
  '<iframe src="https://example.org/video"></iframe><p>watch</p>',
  '<video src="https://example.org/a.mp4" controls></video>',
  '<audio controls><source src="https://example.org/a.mp3"></audio>',
  '<svg width="10" height="10"><circle r="5"/></svg><p>x</p>',
  '<math><mi>x</mi></math>',
  '<form><input name="q"><button>Send</button></form>',
  '<style>p{color:red}</style><p>styled</p>',
  '<p style="position:fixed;color:red">over everything</p>',
  '<crowd-form><crowd-button>Go</crowd-button></crowd-form>',
  '<object data="a.swf"><p>fallback</p></object>',
]
