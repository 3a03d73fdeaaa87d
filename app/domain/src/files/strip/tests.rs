use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

const PLACE: &[u8] = b"GPS 52.5163 N 13.3777 E";

/// An Exif with a way up and a place, of either order of bytes.
fn exif(orientation: u8, is_big: bool) -> Vec<u8> {
    let mut tiff = if is_big {
        upright(orientation).to_vec()
    } else {
        let mut tiff = b"II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
        tiff.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
        tiff
    };
    tiff.extend(PLACE);
    tiff
}

fn segment_of(marker: u8, content: &[u8]) -> Vec<u8> {
    let mut segment = vec![0xff, marker];
    segment.extend(u16::try_from(content.len() + 2).unwrap().to_be_bytes());
    segment.extend(content);
    segment
}

fn a_jpeg(orientation: u8, scan: &[u8]) -> Vec<u8> {
    let told = [b"Exif\0\0".to_vec(), exif(orientation, false)].concat();
    [
        vec![0xff, 0xd8],
        segment_of(0xe0, b"JFIF\0..."),
        segment_of(0xe1, &told),
        segment_of(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", PLACE].concat()),
        segment_of(0xe2, b"ICC_PROFILE\0colours"),
        segment_of(0xe2, &[b"MPF\0", PLACE].concat()),
        segment_of(0xed, PLACE),
        segment_of(0xfe, PLACE),
        segment_of(0xdb, b"tables"),
        segment_of(0xda, b"head"),
        scan.to_vec(),
        vec![0xff, 0xd9],
        a_film(),
    ]
    .concat()
}

fn a_film() -> Vec<u8> {
    [b"....ftypmp42", PLACE].concat()
}

fn chunk_of(name: &[u8], content: &[u8]) -> Vec<u8> {
    let named = [name, content].concat();
    let length = u32::try_from(content.len()).unwrap();
    [&length.to_be_bytes()[..], &named, &crc(&named).to_be_bytes()].concat()
}

fn a_png(orientation: u8, data: &[u8]) -> Vec<u8> {
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk_of(b"IHDR", b"a size of it."),
        chunk_of(b"eXIf", &exif(orientation, true)),
        chunk_of(b"tEXt", PLACE),
        chunk_of(b"iTXt", PLACE),
        chunk_of(b"zTXt", PLACE),
        chunk_of(b"tIME", b"\x07\xea\x0b\x1b\0\0\0"),
        chunk_of(b"gAMA", b"\0\0\xb1\x8f"),
        chunk_of(b"IDAT", data),
        chunk_of(b"IEND", b""),
        a_film(),
    ]
    .concat()
}

fn riff_chunk(name: &[u8], content: &[u8]) -> Vec<u8> {
    let mut chunk = name.to_vec();
    chunk.extend(u32::try_from(content.len()).unwrap().to_le_bytes());
    chunk.extend(content);
    chunk.extend(vec![0; content.len() % 2]);
    chunk
}

fn a_webp(orientation: u8, data: &[u8]) -> Vec<u8> {
    let chunks = [
        riff_chunk(b"VP8X", &[0x2c, 0, 0, 0, 1, 0, 0, 1, 0, 0]),
        riff_chunk(b"ICCP", b"colours"),
        riff_chunk(b"VP8 ", data),
        riff_chunk(b"EXIF", &exif(orientation, false)),
        riff_chunk(b"XMP ", PLACE),
    ]
    .concat();
    let size = u32::try_from(chunks.len() + 4).unwrap();
    [b"RIFF", &size.to_le_bytes()[..], b"WEBP", &chunks].concat()
}

fn has(bytes: &[u8], sought: &[u8]) -> bool {
    bytes.windows(sought.len()).any(|found| found == sought)
}

#[test]
fn a_photo_loses_its_place_and_keeps_which_way_up_it_is_held() {
    let scan = b"a fistula \xff\x00 of an arm \xff\xd0 and more".as_slice();
    for (sort, photo) in [
        (Sort::Jpeg, a_jpeg(6, scan)),
        (Sort::Png, a_png(6, scan)),
        (Sort::Webp, a_webp(6, scan)),
    ] {
        assert!(has(&photo, PLACE), "{sort:?}");
        let kept = strip(sort, photo);
        assert_eq!(Sort::of(&kept), Some(sort));
        assert!(!has(&kept, b"GPS"), "{sort:?}");
        assert!(has(&kept, scan), "{sort:?}");
        assert!(has(&kept, &upright(6)), "{sort:?}");
    }
}

#[test]
fn the_photo_is_built_as_its_sort_says_afterwards() {
    let jpeg = [
        vec![0xff, 0xd8],
        segment_of(0xe1, &[EXIF, &upright(8)].concat()),
        segment_of(0xe0, b"JFIF\0..."),
        segment_of(0xe2, b"ICC_PROFILE\0colours"),
        segment_of(0xdb, b"tables"),
        segment_of(0xda, b"head"),
        b"data\xff\xd9".to_vec(),
    ]
    .concat();
    assert_eq!(strip(Sort::Jpeg, a_jpeg(8, b"data")), jpeg);
    let png = [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk_of(b"IHDR", b"a size of it."),
        chunk_of(b"eXIf", &upright(3)),
        chunk_of(b"gAMA", b"\0\0\xb1\x8f"),
        chunk_of(b"IDAT", b"data"),
        chunk_of(b"IEND", b""),
    ]
    .concat();
    assert_eq!(strip(Sort::Png, a_png(3, b"data")), png);
    let webp = strip(Sort::Webp, a_webp(1, b"odd"));
    assert_eq!(little(&webp, 4, 4), Some(webp.len() - 8));
    assert_eq!(webp[20], 0x20, "the colours are said, Exif and XMP are not");
    assert!(!has(&webp, b"EXIF"));
}

#[test]
fn the_sum_is_that_of_every_empty_last_chunk() {
    assert_eq!(crc(b"IEND"), 0xae42_6082);
}

fn begun(sort: Sort) -> &'static [u8] {
    match sort {
        Sort::Jpeg => b"\xff\xd8\xff",
        Sort::Png => b"\x89PNG\r\n\x1a\n",
        Sort::Webp => b"RIFF\xff\0\0\0WEBP",
        Sort::Pdf => b"%PDF-",
    }
}

proptest! {
    #[test]
    fn any_bytes_are_stripped_once_and_for_all(bytes in vec(any::<u8>(), 0..300), which in 0_usize..4) {
        let sort = Sort::ALL[which];
        let once = strip(sort, [begun(sort), &bytes].concat());
        prop_assert_eq!(&strip(sort, once.clone()), &once);
        let _ = strip(sort, bytes);
    }

    /// Bytes of which markers are made, so that segments come up often.
    #[test]
    fn so_are_markers_in_any_order(bytes in vec(prop::sample::select(vec![0xff_u8, 0, 2, 3, 0xd0, 0xd8, 0xda, 0xdb, 0xe1, 0xfe]), 0..60)) {
        let once = strip(Sort::Jpeg, [begun(Sort::Jpeg), &bytes].concat());
        prop_assert_eq!(&strip(Sort::Jpeg, once.clone()), &once);
    }

    #[test]
    fn a_photo_that_was_cut_or_spoilt_is_stripped_once_and_for_all(cut in 0_usize..400, at in 0_usize..400, by in any::<u8>(), which in 0_usize..3) {
        let sort = [Sort::Jpeg, Sort::Png, Sort::Webp][which];
        let mut photo = match sort {
            Sort::Jpeg => a_jpeg(6, b"data"),
            Sort::Png => a_png(6, b"data"),
            _ => a_webp(6, b"data"),
        };
        photo.truncate(cut.max(12));
        if let Some(byte) = photo.get_mut(at.max(12)) {
            *byte = by;
        }
        let once = strip(sort, photo);
        prop_assert_eq!(&strip(sort, once.clone()), &once);
    }

    #[test]
    fn the_data_of_the_picture_is_as_it_was(data in vec(any::<u8>().prop_filter("no marker", |byte| *byte != 0xff), 0..200), orientation in any::<u8>()) {
        prop_assert!(has(&strip(Sort::Jpeg, a_jpeg(orientation, &data)), &[b"head".to_vec(), data.clone(), vec![0xff, 0xd9]].concat()));
        prop_assert!(has(&strip(Sort::Png, a_png(orientation, &data)), &chunk_of(b"IDAT", &data)));
        prop_assert!(has(&strip(Sort::Webp, a_webp(orientation, &data)), &riff_chunk(b"VP8 ", &data)));
    }
}
