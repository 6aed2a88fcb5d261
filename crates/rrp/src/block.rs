//! Commands as blocks of lines: `[COMMAND]`, `KEY=VALUE` for each parameter, `EOF`.

use engine::{Outcome, Refusal};

/// The keys and values of a block. The lines around it may be left out, white space around `=` does not matter, and a
/// value goes from the first `=` to the end of the line.
///
/// # Errors
/// `request_malformed`: a line holds no `=`.
pub(crate) fn pairs(block: &str) -> Result<Vec<(String, String)>, Refusal> {
    let lines = block.lines().enumerate().map(|(number, line)| (number + 1, line.trim()));
    let lines = lines.filter(|(_, line)| !line.is_empty() && !line.eq_ignore_ascii_case("[command]"));
    lines
        .take_while(|(_, line)| !line.eq_ignore_ascii_case("eof"))
        .map(|(number, line)| pair(number, line))
        .collect()
}

fn pair(number: usize, line: &str) -> Result<(String, String), Refusal> {
    let (key, value) = line.split_once('=').ok_or_else(|| {
        let reason = format!("line {number} of the command holds no =");
        Refusal::new(Outcome::RequestMalformed).fact("reason", reason)
    })?;
    Ok((key.trim().to_owned(), value.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_read_in_all_its_forms() {
        let expected = [("COMMAND", "AddDomain"), ("AUTH", "a=b&c%3D")];
        for block in [
            "COMMAND=AddDomain\nAUTH=a=b&c%3D",
            "[COMMAND]\r\nCOMMAND = AddDomain\r\n\r\nAUTH = a=b&c%3D\r\nEOF\r\nBEHIND",
        ] {
            let found = pairs(block).unwrap();
            let found: Vec<_> = found.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
            assert_eq!(found, expected, "{block:?}");
        }
        assert_eq!(
            pairs("COMMAND=x\nnothing").unwrap_err().reason(),
            "the request cannot be read: line 2 of the command holds no ="
        );
    }
}
