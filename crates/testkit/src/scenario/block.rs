/// A line that begins at the margin, with the lines that are indented under it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Block<'t> {
    /// The number of the first line, counted from 1.
    pub(super) line: usize,
    /// The first line.
    pub(super) head: &'t str,
    /// The indented lines, without their indentation, each with its number.
    pub(super) body: Vec<(usize, &'t str)>,
}

impl<'t> Block<'t> {
    /// The blocks of a text, without comments (`#` at the margin) and blank lines.
    ///
    /// # Errors
    /// The number of a line that is indented under nothing.
    pub(super) fn all(text: &'t str) -> Result<Vec<Self>, usize> {
        let mut blocks: Vec<Self> = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let (number, content) = (index + 1, line.trim());
            if content.is_empty() || line.starts_with('#') {
                continue;
            }
            if !line.starts_with(char::is_whitespace) {
                blocks.push(Self { line: number, head: content, body: Vec::new() });
                continue;
            }
            blocks.last_mut().ok_or(number)?.body.push((number, content));
        }
        Ok(blocks)
    }

    /// The indented lines.
    pub(super) fn lines(&self) -> Vec<String> {
        self.body.iter().map(|(_, line)| (*line).to_owned()).collect()
    }

    /// Head and body as one text, a line each; `head` is what is left of the head.
    pub(super) fn joined(&self, head: &str) -> String {
        let body = self.body.iter().map(|(_, line)| *line);
        let lines: Vec<&str> =
            std::iter::once(head.trim()).filter(|head| !head.is_empty()).chain(body).collect();
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indentation_binds_lines_together() {
        let blocks = Block::all("# title\n\nA: <a>\n  <b/>\n\n  </a>\n= 1000\n").unwrap();
        assert_eq!(blocks.len(), 2);
        assert_eq!((blocks[0].line, blocks[0].joined("<a>")), (3, "<a>\n<b/>\n</a>".to_owned()));
        assert_eq!(blocks[1], Block { line: 7, head: "= 1000", body: vec![] });
        assert_eq!(Block::all("  x"), Err(1));
    }
}
