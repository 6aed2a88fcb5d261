//! Commands and answers as lines of `key=value` or `key:value`.

use super::{HIDDEN, is_secret_parameter};

/// The lines with the values of secret keys replaced by `***`. The key of a property is the name in its brackets.
pub fn scrub_lines(text: &str) -> String {
    let mut scrubbed = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        match line.find(['=', ':']) {
            Some(at) if is_secret_parameter(named(&line[..at])) => {
                let end = &line[line.trim_end_matches(['\r', '\n']).len()..];
                scrubbed.extend([&line[..=at], HIDDEN, end]);
            }
            _ => scrubbed.push_str(line),
        }
    }
    scrubbed
}

/// `auth` of `property[auth][0]`, and of `-Auth`; any other key as it is.
fn named(key: &str) -> &str {
    let key = key.trim().trim_start_matches('-');
    key.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map_or(key, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_go_and_lines_stay() {
        let text = "code = 200\r\nproperty[auth][0] = x=y\r\nPROPERTY[SESSIONID][0]=1\nAUTH=a\n-Password:b\r\ndomain=b";
        let scrubbed = "code = 200\r\nproperty[auth][0] =***\r\nPROPERTY[SESSIONID][0]=***\nAUTH=***\n-Password:***\r\ndomain=b";
        assert_eq!(scrub_lines(text), scrubbed);
    }
}
