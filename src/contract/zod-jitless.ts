import * as z from 'zod/mini'

// Imported before anything that builds a schema: zod would otherwise probe `new Function`, which the
// content security policy forbids and reports.
z.config({ jitless: true })
