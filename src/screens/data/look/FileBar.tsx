import { useId } from 'react'
import { ChooseFile } from '#screens/data/bring/BringFile.tsx'
import type { DataSession, Ready } from '#screens/data/data-session.ts'
import control from '#ui/control.module.css'
import { counted } from '#ui/counted.ts'
import { Menu } from '#ui/Menu.tsx'
import itemStyles from '#ui/MenuItem.module.css'
import { saveBlob } from '#ui/save-file.ts'
import styles from './FileBar.module.css'

type FileBarProps = {
  session: DataSession
  state: Ready
  onFile: (file: Blob, name: string) => void
}

const separators: Readonly<Record<string, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Vertical bar',
}

const encodings = [
  'utf-8',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'iso-8859-2',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
]

/** The file, how it was read, and the ways to read it otherwise. */
export function FileBar({ session, state, onFile }: FileBarProps) {
  const { data, file, prepared } = state
  const { recipe } = data
  const save = async () => {
    const blob = await session.ask((service) => service.cleaned(recipe))
    saveBlob(`${data.name}.csv`, blob)
  }
  return (
    <section className={styles.bar} aria-label="The file">
      <div className={styles.line}>
        <p className={styles.name}>
          <strong>{data.file.name}</strong>
          <span className={styles.quiet}>
            {counted(prepared.rows, 'row')}, {counted(recipe.columns.length, 'column')}
          </span>
        </p>
        <ChooseFile label="Replace…" onFile={onFile} />
        <Menu label="More">
          {(close) => (
            <>
              <button
                type="button"
                className={itemStyles.item}
                onClick={() => {
                  close()
                  void save()
                }}
              >
                Save the cleaned table (CSV)
              </button>
              <button
                type="button"
                className={itemStyles.item}
                onClick={() => {
                  close()
                  void session.forget()
                }}
              >
                Forget this data in this browser
              </button>
            </>
          )}
        </Menu>
      </div>
      <div className={styles.choices}>
        {file.sheets.length > 1 && (
          <Select
            label="Sheet"
            value={file.sheet ?? ''}
            options={file.sheets.map(({ name, isHidden }) => ({
              value: name,
              label: isHidden ? `${name} (hidden)` : name,
            }))}
            onChange={(sheet) => void session.readAs({ sheet })}
          />
        )}
        <Select
          label="Headings"
          value={String(recipe.headingRows)}
          options={[
            { value: '1', label: 'In the first row' },
            { value: '2', label: 'In the first two rows' },
            { value: '0', label: 'None' },
          ]}
          onChange={(rows) => void session.setHeadingRows(Number(rows))}
        />
        {file.encoding && (
          <Select
            label={file.encoding.isGuess ? 'Encoding (guessed)' : 'Encoding'}
            value={file.encoding.name}
            options={[...new Set([file.encoding.name, ...encodings])].map((name) => ({
              value: name,
              label: name.toUpperCase(),
            }))}
            onChange={(encoding) => void session.readAs({ encoding })}
          />
        )}
        {file.separator !== null && (
          <Select
            label="Separator"
            value={file.separator}
            options={[...new Set([file.separator, ...Object.keys(separators)])].map((sign) => ({
              value: sign,
              label: separators[sign] ?? sign,
            }))}
            onChange={(separator) => void session.readAs({ separator })}
          />
        )}
      </div>
    </section>
  )
}

type SelectProps = {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

function Select({ label, value, options, onChange }: SelectProps) {
  const id = useId()
  return (
    <p className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={control.control}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </p>
  )
}
