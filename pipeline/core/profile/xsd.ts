// The XML Schema of a message, derived from the profile: the receiver's own reader and ours hold the file to it.
import type { MessageKind, Profile, ProfileElement, ProfileSection } from '../../../schemas/index.ts'
import { allowedIn, type Lists } from './fit-value.ts'
import { patternOf } from './json-schema.ts'
import { xmlEscaped, xmlHead } from './xml-text.ts'

export function xsdOf(profile: Profile, kind: MessageKind, lists: Lists): string {
  const { name, record, vi, sections } = profile.messages[kind]
  const { namespace } = profile
  const target = namespace === undefined ? '' : ` targetNamespace="${xmlEscaped(namespace)}"`
  const inner = sections.map((section) => sectionXsd(section, profile, lists)).join('')
  return `${xmlHead}<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"${target} elementFormDefault="qualified" version="${xmlEscaped(profile.version)}">
  <xs:element name="${name}">
    ${noteOf(vi)}
    <xs:complexType><xs:sequence>
      <xs:element name="${record}" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
${inner}      </xs:sequence></xs:complexType></xs:element>
    </xs:sequence></xs:complexType>
  </xs:element>
</xs:schema>
`
}

const noteOf = (text: string): string =>
  `<xs:annotation><xs:documentation xml:lang="vi">${xmlEscaped(text)}</xs:documentation></xs:annotation>`

function sectionXsd(section: ProfileSection, profile: Profile, lists: Lists): string {
  const elements = section.elements.map((element) => `          ${elementXsd(element, profile, lists)}\n`).join('')
  const cells = `<xs:complexType><xs:sequence>\n${elements}        </xs:sequence></xs:complexType>`
  const note = noteOf(section.vi)
  return section.kind === 'group'
    ? `        <xs:element name="${section.name}">${note}${cells}</xs:element>\n`
    : `        <xs:element name="${section.name}">${note}<xs:complexType><xs:sequence>` +
        `<xs:element name="${section.row}" minOccurs="0" maxOccurs="unbounded">${cells}</xs:element>` +
        `</xs:sequence></xs:complexType></xs:element>\n`
}

function elementXsd(element: ProfileElement, profile: Profile, lists: Lists): string {
  const occurs = element.mandatory === true ? '' : ' minOccurs="0"'
  return `<xs:element name="${element.name}"${occurs}>${noteOf(element.vi)}${typeOf(element, profile, lists)}</xs:element>`
}

const restricted = (base: string, facets: string): string =>
  `<xs:simpleType><xs:restriction base="xs:${base}">${facets}</xs:restriction></xs:simpleType>`
const facet = (name: string, value: string | number): string => `<xs:${name} value="${xmlEscaped(String(value))}"/>`

/** `xs:double` for decimals: numbers of JSON have an exponent where they are small or large. */
function typeOf(element: ProfileElement, profile: Profile, lists: Lists): string {
  if (element.type === 'integer') return restricted('integer', '')
  if (element.type === 'decimal') return restricted('double', '')
  const list = element.type === 'code' ? profile.codeLists[element.list ?? ''] : undefined
  if (list !== undefined)
    return restricted(
      'string',
      allowedIn(list, lists)
        .map((value) => facet('enumeration', value))
        .join(''),
    )
  const pattern = patternOf(element, profile)
  return restricted(
    'string',
    facet('minLength', 1) +
      (element.maxLength === undefined ? '' : facet('maxLength', element.maxLength)) +
      (pattern === undefined ? '' : facet('pattern', pattern)),
  )
}
