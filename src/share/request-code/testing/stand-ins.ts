/** As much of Python's requests as the program uses, for a machine without it. */
export const requestsForPython = `
import json as _json
import urllib.error
import urllib.request

class _Response:
    def __init__(self, answer):
        self.status_code = answer.status
        self.text = answer.read().decode()
    def json(self):
        return _json.loads(self.text)

def post(url, headers, json, timeout):
    headers = {**headers, "Content-Type": "application/json"}
    request = urllib.request.Request(url, _json.dumps(json).encode(), headers, method="POST")
    try:
        return _Response(urllib.request.urlopen(request, timeout=timeout))
    except urllib.error.HTTPError as error:
        return _Response(error)
`

/** As much of System.Text.Json as the program uses: Mono, which Debian has, is older than it. */
export const jsonForMono = `
using System.Text.RegularExpressions;

namespace System.Text.Json
{
    public class JsonDocument
    {
        public JsonElement RootElement;
        public static JsonDocument Parse(string json)
        {
            return new JsonDocument { RootElement = new JsonElement { Text = json } };
        }
    }
    public class JsonElement
    {
        public string Text;
        public JsonElement GetProperty(string name)
        {
            var match = Regex.Match(Text, "\\"" + name + "\\"\\\\s*:\\\\s*\\"([^\\"]*)\\"");
            return new JsonElement { Text = match.Groups[1].Value };
        }
        public string GetString() { return Text; }
    }
}
`

/** The official tool as its source has it: what it makes of its arguments, and where it sends that. */
export const prolificTool = `#!${process.execPath}
const [group, noun, verb, ...words] = process.argv.slice(2)
if ([group, noun, verb].join(' ') !== 'aitaskbuilder batch create') throw new Error('No such command')
const flags = Object.fromEntries(words.map((word) => /^--([a-z-]+)=([^]*)$/.exec(word).slice(1)))
const items = flags['batch-items-json']
const { PROLIFIC_URL, PROLIFIC_TOKEN } = process.env
fetch(PROLIFIC_URL + '/api/v1/data-collection/batches', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Authorization: 'Token ' + PROLIFIC_TOKEN },
  body: JSON.stringify({
    name: flags.name,
    workspace_id: flags['workspace-id'],
    dataset_id: flags['dataset-id'],
    task_details: {
      task_name: flags['task-name'],
      task_introduction: flags['task-introduction'],
      task_steps: flags['task-steps'],
    },
    ...(items && { batch_items: JSON.parse(items) }),
    auto_sync_enabled: flags['auto-sync'] === 'true',
  }),
}).then(async (response) => {
  const answer = await response.text()
  if (response.status !== 201) throw new Error(answer)
  console.log('ID: ' + JSON.parse(answer).id)
})
`
