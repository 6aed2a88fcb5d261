//! Text in columns.

/// Lines of cells, the first cell of each to the left, all others to the right.
pub(super) fn aligned(lines: &[Vec<String>]) -> String {
    let columns = lines.iter().map(Vec::len).max().unwrap_or_default();
    let widths: Vec<usize> = (0..columns).map(|column| width(lines, column)).collect();
    lines.iter().map(|line| aligned_line(line, &widths)).collect::<Vec<_>>().join("\n")
}

fn width(lines: &[Vec<String>], column: usize) -> usize {
    lines
        .iter()
        .filter_map(|line| line.get(column))
        .map(|cell| cell.chars().count())
        .max()
        .unwrap_or_default()
}

fn aligned_line(line: &[String], widths: &[usize]) -> String {
    let cells = line.iter().zip(widths).enumerate().map(|(column, (cell, width))| match column {
        0 => format!("{cell:<width$}"),
        _ => format!("{cell:>width$}"),
    });
    cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_under_each_other() {
        let lines = [["check", "5"], ["a", "1000"]].map(|line| line.map(str::to_owned).to_vec());
        assert_eq!(aligned(&lines), "check     5\na      1000");
    }
}
