import { jsonSource } from './json-source.ts'
import { warning, type Program } from './program.ts'

/** A verbatim string, which every compiler knows: a quote is doubled, all else stands for itself. */
export const csharp: Program = {
  file: 'Program.cs',
  run: 'dotnet run',
  needs: '.NET 6 or later: put it in place of Program.cs in a folder made by “dotnet new console”.',
  write: ({ body, url }) => `// ${warning}
using System;
using System.Net.Http;
using System.Text;
using System.Text.Json;

public static class Program
{
    const string Body = @"${jsonSource(body).replaceAll('"', '""')}";

    public static int Main()
    {
        var token = Environment.GetEnvironmentVariable("PROLIFIC_TOKEN");
        if (string.IsNullOrEmpty(token))
        {
            Console.Error.WriteLine("Set PROLIFIC_TOKEN to your API token first.");
            return 1;
        }
        using (var client = new HttpClient())
        {
            client.DefaultRequestHeaders.Add("Authorization", "Token " + token);
            var content = new StringContent(Body, Encoding.UTF8, "application/json");
            var response = client.PostAsync("${url}", content).GetAwaiter().GetResult();
            var answer = response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
            if ((int)response.StatusCode != 201)
            {
                Console.Error.WriteLine("The answer was " + (int)response.StatusCode + ": " + answer);
                return 1;
            }
            var id = JsonDocument.Parse(answer).RootElement.GetProperty("id").GetString();
            Console.WriteLine("Created batch " + id);
            return 0;
        }
    }
}
`,
}
