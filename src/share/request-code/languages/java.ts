import { asciiJson } from './json-source.ts'
import { warning, type Program } from './program.ts'

/** A constant holds 65,535 bytes; what is longer is put together from pieces. */
const PIECE = 16_000

/**
 * A text block, or pieces where the text is too long for one constant. In ASCII, because compilers
 * before Java 18 read a file in the encoding of the machine.
 */
export const java: Program = {
  file: 'CreateBatch.java',
  run: 'java CreateBatch.java',
  needs: 'Java 15 or later.',
  write: ({ body, url }) => `// ${warning}
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

public class CreateBatch {
    static final String BODY = ${javaText(asciiJson(body))};

    public static void main(String[] arguments) throws Exception {
        var token = System.getenv("PROLIFIC_TOKEN");
        if (token == null) throw new IllegalStateException("Set PROLIFIC_TOKEN to your API token first.");

        var request = HttpRequest.newBuilder(URI.create("${url}"))
            .header("Authorization", "Token " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(BODY))
            .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IllegalStateException("The answer was " + response.statusCode() + ": " + response.body());
        }
        var id = Pattern.compile("\\"id\\"\\\\s*:\\\\s*\\"([^\\"]+)\\"").matcher(response.body());
        System.out.println("Created batch " + (id.find() ? id.group(1) : response.body()));
    }
}
`,
}

/** JSON never holds three quotes in a row, nor a space at the end of a line, so a text block keeps it. */
function javaText(json: string) {
  if (json.length <= PIECE) return `"""\n${json.replaceAll('\\', '\\\\')}"""`
  const pieces = json.match(new RegExp(`[^]{1,${PIECE}}`, 'g')) ?? []
  return `String.join("",\n${pieces.map(javaString).join(',\n')})`
}

function javaString(text: string) {
  return `"${text.replace(/["\\]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)}"`
}
