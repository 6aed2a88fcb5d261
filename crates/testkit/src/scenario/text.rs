use std::collections::HashMap;

/// The values that places in a scenario's texts are filled with.
#[derive(Clone, Debug, Default)]
pub struct Variables(HashMap<String, String>);

impl Variables {
    /// The values that every scenario begins with; `unique` is its own.
    pub(super) fn of(unique: &str) -> Self {
        let mut variables = Self::default();
        variables.set("n", unique);
        variables.set("person", PERSON);
        variables
    }

    /// Sets a value.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.0.insert(name.to_owned(), value.into());
    }

    /// A text with its places filled.
    ///
    /// # Errors
    /// A place that cannot be filled, or bytes that are no text.
    pub fn fill(&self, template: &str) -> Result<String, String> {
        String::from_utf8(self.fill_bytes(template)?)
            .map_err(|_| format!("{template:?} is no text once filled"))
    }

    /// A text in which braces mean something else as well, such as JSON: only places that can be filled are.
    ///
    /// # Errors
    /// Bytes that are no text.
    pub fn fill_known(&self, template: &str) -> Result<String, String> {
        String::from_utf8(self.fill_known_bytes(template))
            .map_err(|_| format!("{template:?} is no text once filled"))
    }

    /// The same, which may put bytes into it that are no text.
    pub fn fill_known_bytes(&self, template: &str) -> Vec<u8> {
        let mut filled = Vec::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            filled.extend_from_slice(before.as_bytes());
            let place =
                after.split_once('}').and_then(|(place, after)| Some((self.place(place).ok()?, after)));
            match place {
                Some((bytes, after)) => {
                    filled.extend(bytes);
                    rest = after;
                }
                None => {
                    filled.push(b'{');
                    rest = after;
                }
            }
        }
        filled.extend_from_slice(rest.as_bytes());
        filled
    }

    /// A text with its places filled, which may put bytes into it that are no text.
    ///
    /// # Errors
    /// A place that cannot be filled.
    pub fn fill_bytes(&self, template: &str) -> Result<Vec<u8>, String> {
        let mut filled = Vec::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            let (place, after) =
                after.split_once('}').ok_or_else(|| format!("{{ without }} in {template:?}"))?;
            filled.extend_from_slice(before.as_bytes());
            filled.extend(self.place(place)?);
            rest = after;
        }
        filled.extend_from_slice(rest.as_bytes());
        Ok(filled)
    }

    /// `name`, `name.date`, `name.indented`, `name+2y`, `byte 0F`, `repeat 100 text`.
    fn place(&self, place: &str) -> Result<Vec<u8>, String> {
        let words: Vec<&str> = place.splitn(3, ' ').collect();
        match words[..] {
            ["byte", digits] => u8::from_str_radix(digits, 16)
                .map(|byte| vec![byte])
                .map_err(|_| format!("{{{place}}} is no byte")),
            ["repeat", count, text] => {
                let count = count.parse().ok().filter(|count| *count <= MOST_REPEATS);
                Ok(repeated(text, count.ok_or_else(|| format!("{{{place}}}: repeat how often?"))?)
                    .into_bytes())
            }
            [_] => self.value(place).map(String::into_bytes),
            _ => Err(format!("{{{place}}} is no place that can be filled")),
        }
    }

    fn value(&self, place: &str) -> Result<String, String> {
        let known = |name: &str| {
            self.0.get(name).cloned().ok_or_else(|| format!("{{{place}}}: nothing is called {name} so far"))
        };
        if let Some(name) = place.strip_suffix(".date") {
            return Ok(known(name)?.chars().take(DATE).collect());
        }
        if let Some(name) = place.strip_suffix(".indented") {
            let text = known(name)?;
            let line = text.lines().find(|line| line.starts_with(' '));
            return line.map(|line| line.trim().to_owned()).ok_or_else(|| format!("{{{place}}}: no line is"));
        }
        match place.strip_suffix('y').and_then(|place| place.split_once('+')) {
            Some((name, years)) => {
                later(&known(name)?, years).ok_or_else(|| format!("{{{place}}} is no time"))
            }
            None => known(place),
        }
    }
}

/// A text again and again, with the number of the turn, from 1, for each `#`.
fn repeated(text: &str, count: usize) -> String {
    if !text.contains('#') {
        return text.repeat(count);
    }
    (1..=count).map(|turn| text.replace('#', &turn.to_string())).collect()
}

/// A date or time some years later. The 29th of February becomes the 28th where there is none.
fn later(time: &str, years: &str) -> Option<String> {
    let (year, rest) = time.split_at_checked(4)?;
    let year = year.parse::<u32>().ok()? + years.parse::<u32>().ok()?;
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match rest.strip_prefix("-02-29") {
        Some(rest) if !leap => Some(format!("{year}-02-28{rest}")),
        _ => Some(format!("{year}{rest}")),
    }
}

/// The parts of a contact that do not matter where only the contact does.
const PERSON: &str = "<contact:postalInfo type=\"int\"><contact:name>Jana Pokorna</contact:name><contact:addr>\
<contact:street>Dlouha 1</contact:street><contact:city>Praha</contact:city><contact:pc>11000</contact:pc>\
<contact:cc>CZ</contact:cc></contact:addr></contact:postalInfo><contact:voice>+420.200000000</contact:voice>\
<contact:email>jana@example.test</contact:email>";

/// The characters of a date in a time: `2026-01-31`.
const DATE: usize = 10;
/// More repeats than this are a slip of the pen.
const MOST_REPEATS: usize = 20_000_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled() {
        let mut variables = Variables::default();
        variables.set("n", "x7");
        variables.set("end", "2028-02-29T10:00:00Z");
        variables.set("letter", "It is:\n\n    secret\n\nBye.\n");
        for (template, filled) in [
            ("{n}.test", "x7.test"),
            ("{end.date}", "2028-02-29"),
            ("{letter.indented}", "secret"),
            ("{end+1y}", "2029-02-28T10:00:00Z"),
            ("{end+4y}", "2032-02-29T10:00:00Z"),
            ("{repeat 3 <a>}!", "<a><a><a>!"),
            ("<a{repeat 2  b#=''}>", "<a b1='' b2=''>"),
            ("{byte 41}", "A"),
            ("no place", "no place"),
        ] {
            assert_eq!(variables.fill(template).unwrap(), filled);
        }
        assert_eq!(variables.fill_bytes("a{byte ff}").unwrap(), b"a\xff");
        assert_eq!(
            variables.fill_known("{\"a\": {\"b\": \"{n}\"}}{x}").unwrap(),
            "{\"a\": {\"b\": \"x7\"}}{x}"
        );
    }

    #[test]
    fn places_that_cannot_be_filled_are_errors() {
        let variables = Variables::default();
        for template in
            ["{n}", "{n", "{byte fff}", "{repeat x y}", "{repeat 99999999999 y}", "{}", "{byte ff}"]
        {
            assert!(variables.fill(template).is_err(), "{template}");
        }
    }
}
