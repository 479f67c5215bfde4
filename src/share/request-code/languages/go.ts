import { escapeInJson, jsonSource } from './json-source.ts'
import { warning, type Program } from './program.ts'

/** A raw string of Go ends at the first backtick, so that one character is written as JSON can. */
export const go: Program = {
  file: 'create_batch.go',
  run: 'go run create_batch.go',
  needs: 'Go 1.16 or later.',
  write: ({ body, url }) => `// ${warning}
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
)

const body = \`${escapeInJson(jsonSource(body), /`/g)}\`

func main() {
	token := os.Getenv("PROLIFIC_TOKEN")
	if token == "" {
		log.Fatal("Set PROLIFIC_TOKEN to your API token first.")
	}
	request, err := http.NewRequest("POST", "${url}", strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Token "+token)
	request.Header.Set("Content-Type", "application/json")

	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	if response.StatusCode != http.StatusCreated {
		log.Fatalf("The answer was %s: %s", response.Status, answer)
	}
	var batch struct {
		ID string \`json:"id"\`
	}
	if err := json.Unmarshal(answer, &batch); err != nil {
		log.Fatal(err)
	}
	fmt.Println("Created batch", batch.ID)
}
`,
}
