//! Small files of the demo, made here: a document of one page, and a picture of bars. What they show is invented like everything that is said in the demo.

use domain::files::Attached;
use hospital::{HospitalError, Result};

/// A PDF of one page (ISO 32000-1, section 7.5) with these lines. ASCII without brackets: it is written into the page as it stands.
pub(super) fn pdf(name: &str, lines: &[&str]) -> Result<Attached> {
    let written: String = lines.iter().map(|line| format!("({line}) Tj T*\n")).collect();
    let page = format!("BT /F1 12 Tf 18 TL 56 780 Td\n{written}ET\n");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{page}endstream", page.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (number, object) in (1..).zip(&objects) {
        places.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let (count, start) = (objects.len() + 1, file.len());
    file.push_str(&format!(
        "xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    ));
    attached(name, file.into_bytes())
}

/// Pixels to a side of the picture.
const SIDE: (u16, u16) = (224, 128);

/// A PNG (W3C, Portable Network Graphics) of grey bars on white, each as high as its share.
pub(super) fn bars(name: &str, shares: &[f32]) -> Result<Attached> {
    let (width, height) = SIDE;
    let across = usize::from(width) / shares.len().max(1);
    let mut rows = Vec::new();
    for row in 0..height {
        // No filter.
        rows.push(0);
        let above = 1.0 - f32::from(row) / f32::from(height);
        for column in 0..usize::from(width) {
            let share = shares.get(column / across.max(1)).copied().unwrap_or_default();
            let is_gap = column % across.max(1) < 6;
            rows.push(if !is_gap && above <= share { 0x50 } else { 0xff });
        }
    }
    let mut head = Vec::new();
    head.extend(u32::from(width).to_be_bytes());
    head.extend(u32::from(height).to_be_bytes());
    // Eight bits of grey.
    head.extend([8, 0, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    file.extend(chunk(b"IHDR", &head));
    file.extend(chunk(b"IDAT", &stored(&rows)));
    file.extend(chunk(b"IEND", b""));
    attached(name, file)
}

fn attached(name: &str, bytes: Vec<u8>) -> Result<Attached> {
    Attached::read("file", name, bytes).map_err(|fault| HospitalError::Invalid(vec![fault]))
}

fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let named = [&name[..], content].concat();
    let length = u32::try_from(content.len()).unwrap_or(u32::MAX).to_be_bytes();
    let sum = domain::files::strip::crc(&named).to_be_bytes();
    [&length[..], &named, &sum].concat()
}

/// As zlib keeps what it does not make smaller (RFC 1950; RFC 1951, section 3.2.4).
fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut kept = vec![0x78, 0x01];
    let mut parts = bytes.chunks(0xffff).peekable();
    while let Some(part) = parts.next() {
        let length = u16::try_from(part.len()).unwrap_or(u16::MAX);
        kept.push(u8::from(parts.peek().is_none()));
        kept.extend(length.to_le_bytes());
        kept.extend((!length).to_le_bytes());
        kept.extend(part);
    }
    let (low, high) = bytes.iter().fold((1_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    kept.extend(((high << 16) | low).to_be_bytes());
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::files::Sort;

    #[test]
    fn a_document_says_where_each_of_its_parts_stands() {
        let file = pdf("plan.pdf", &["One line", "Another"]).unwrap();
        assert_eq!(file.sort, Sort::Pdf);
        let text = String::from_utf8(file.bytes).unwrap();
        let table = text.split_once("0000000000 65535 f \n").unwrap().1;
        for (number, line) in (1..=5).zip(table.lines()) {
            let at: usize = line[..10].parse().unwrap();
            assert!(text[at..].starts_with(&format!("{number} 0 obj")), "{number}");
        }
        let start = text.rsplit("startxref\n").next().unwrap().lines().next().unwrap();
        assert!(text[start.parse::<usize>().unwrap()..].starts_with("xref"));
    }

    #[test]
    fn a_picture_keeps_all_its_parts_and_sums_as_the_standard_does() {
        let file = bars("weights.png", &[0.2, 0.9]).unwrap();
        assert_eq!(file.sort, Sort::Png);
        assert!(
            file.bytes.ends_with(b"\0\0\0\0IEND\xae\x42\x60\x82"),
            "nothing was taken out"
        );
        // Adler-32 of "Wikipedia", the worked example of its article.
        assert!(stored(b"Wikipedia").ends_with(&0x11e6_0398_u32.to_be_bytes()));
    }
}
