/** Whole task pages in the manner of annotation and survey platforms. */
export const pages: readonly string[] = [
  `<h1>Identify misinformation</h1>
<p>You will see <strong>10 posts</strong>. For each one, decide whether it is <em>true</em> or <em>false</em>.</p>
<h2>Labels</h2>
<dl>
  <dt>True</dt><dd>Supported by at least one source.</dd>
  <dt>False</dt><dd>Contradicted by a source.</dd>
</dl>
<h2>Examples</h2>
<div class="example" style="background:#f6f6f6;padding:12px"><p><b>Post:</b> Water is dry.</p><p><b>Label:</b> <span style="color:#c00">False</span></p></div>
<p><small>Questions? <a href="mailto:lab@example.org">Write to us</a>.</small></p>`,
  `<div class="instructions">
  <h3>Instructions</h3>
  <ol>
    <li>Listen to the clip.</li>
    <li>Press <kbd>F</kbd> if you hear a <b>word</b>, <kbd>J</kbd> if not.
      <ul><li>Use headphones.</li><li>Do not guess.</li></ul>
    </li>
  </ol>
  <p class="warning">⚠️ You cannot go back.</p>
</div>`,
  `<section id="full-instructions"><h2>Draw boxes</h2><p>Draw a box around <strong>each</strong> car.</p>
<details><summary>Good example</summary><figure><img src="https://example.org/good.png" alt="A tight box"><figcaption>Tight</figcaption></figure></details>
<details><summary>Bad example</summary><p>Too loose.</p></details></section>`,
  `<p>Mark every name:</p><p><mark class="entity" data-type="PER">Ada Lovelace</mark> worked with <mark class="entity" data-type="PER">Charles Babbage</mark> in <mark class="entity" data-type="LOC">London</mark>.</p><ul><li><mark class="entity" data-type="PER">PER</mark>: people</li><li><mark class="entity" data-type="LOC">LOC</mark>: places</li></ul>`,
  `<p>Welcome to the experiment. Press any key to begin.</p>
<p style="color: blue; font-size: 48px; font-weight: bold">GREEN</p>
<p>What is the <span style="color:red">colour</span> of the ink?</p>
<div style="width: 700px"><div style="float: left">r</div><div style="float: right">b</div></div>`,
  `<h2>Consent</h2><p>I agree to take part. I know that:</p><ol type="a"><li>taking part is voluntary;</li><li>I can stop at any time;</li><li>data are kept until <time datetime="2031-01-01">2031</time>.</li></ol><hr><address>Ethics Board, <abbr title="Room">Rm</abbr> 12</address>`,
  `<table><caption>Scale</caption><thead><tr><th scope="col">Score</th><th scope="col">Meaning</th></tr></thead><tbody><tr><th scope="row">1</th><td>Not at all</td></tr><tr><th scope="row">7</th><td>Very much</td></tr></tbody></table><p>Use the <b>whole</b> scale.</p>`,
  `<div align="center"><font size="5" color="#003366"><b>Survey of Students</b></font><br><font size="2">University of Somewhere</font></div><br><p>Dear student,</p><p>&nbsp;&nbsp;&nbsp;&nbsp;please answer.</p>`,
  Array.from(
    { length: 40 },
    (_, step) =>
      `<h3 id="s${step}">Step ${step + 1}</h3>\n<p>Read item ${step + 1} and <em>choose</em> one of:</p>\n<ul>\n  <li>yes</li>\n  <li>no, because <span class="why">…</span></li>\n</ul>`,
  ).join('\n'),
  `<p>${'A long paragraph with <b>some</b> <i>formatting</i> and <kbd>keys</kbd>. '.repeat(40)}</p><p>End.</p>`,
]
