//! The page that shows the API: the OpenAPI document as plain HTML. No script; the house's own styles.

use std::fmt::Write;

use serde_json::Value;

use super::describe_live::Message;
use super::problem::Kind;
use crate::layers::plain::escaped;

/// The page.
pub fn render(document: &Value, problems: &[Kind], messages: &[Message], css: &str) -> String {
    let mut html = String::with_capacity(64 * 1024);
    write_page(&mut html, document, problems, messages, css).unwrap_or_default();
    html
}

fn write_page(
    html: &mut String,
    document: &Value,
    problems: &[Kind],
    messages: &[Message],
    css: &str,
) -> std::fmt::Result {
    write!(
        html,
        r#"<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>API · Wardlight</title><link rel="stylesheet" href="{}"><link rel="icon" href="/favicon.svg" type="image/svg+xml"></head><body><main class="reference"><h1>{}</h1><p>{}</p><p><a href="/api/v1/openapi.json">OpenAPI document</a></p>"#,
        escaped(css),
        text(&document["info"]["title"]),
        text(&document["info"]["description"]),
    )?;
    for (path, methods) in document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in methods
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(name, _)| *name != "parameters")
        {
            write_operation(html, path, method, operation)?;
        }
    }
    html.push_str("<h2>Fields</h2>");
    for (name, schema) in document["components"]["schemas"].as_object().into_iter().flatten() {
        write_schema(html, name, schema)?;
    }
    write_problems(html, problems)?;
    write!(
        html,
        r#"<h2 id="live">Live socket <code>/live</code></h2><p>With a signed-in session and the subprotocol <code>wardlight.json</code>; text frames of JSON. Times in readings are RFC 3339.</p>"#
    )?;
    html.push_str(r#"<div class="card table-frame table-frame--free" role="region" aria-label="Messages" tabindex="0"><table class="table"><caption>Messages</caption><thead><tr><th scope="col">From</th><th scope="col">Message</th><th scope="col">Meaning</th></tr></thead><tbody>"#);
    for message in messages {
        write!(
            html,
            "<tr><td>{}</td><td><code>{}</code></td><td>{}</td></tr>",
            message.from,
            escaped(message.example),
            escaped(message.meaning)
        )?;
    }
    html.push_str("</tbody></table></div></main></body></html>");
    Ok(())
}

fn write_operation(html: &mut String, path: &str, method: &str, operation: &Value) -> std::fmt::Result {
    write!(
        html,
        r#"<section class="card reference__operation"><h2><code>{} {}</code></h2><p>{}</p>"#,
        escaped(&method.to_uppercase()),
        escaped(path),
        text(&operation["summary"])
    )?;
    if operation["description"].is_string() {
        write!(html, "<p>{}</p>", text(&operation["description"]))?;
    }
    if let Some(example) = operation.pointer("/requestBody/content/application~1json/example") {
        let pretty = serde_json::to_string_pretty(example).unwrap_or_default();
        write!(html, r#"<pre tabindex="0"><code>{}</code></pre>"#, escaped(&pretty))?;
    }
    html.push_str(r#"<dl class="facts">"#);
    for (code, response) in operation["responses"].as_object().into_iter().flatten() {
        write!(
            html,
            "<dt>{}</dt><dd>{}</dd>",
            escaped(code),
            text(&response["description"])
        )?;
    }
    html.push_str("</dl></section>");
    Ok(())
}

fn write_schema(html: &mut String, name: &str, schema: &Value) -> std::fmt::Result {
    write!(
        html,
        r#"<div class="card table-frame table-frame--free" role="region" aria-label="{name}" tabindex="0"><table class="table"><caption>{name}</caption><thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead><tbody>"#,
        name = escaped(name)
    )?;
    let required: Vec<&str> = schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    for (field, property) in schema["properties"].as_object().into_iter().flatten() {
        let kind = property["type"].as_str().map(str::to_owned).or_else(|| {
            let choices = property["enum"].as_array()?;
            Some(choices.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" | "))
        });
        let must = if required.contains(&field.as_str()) {
            " (required)"
        } else {
            ""
        };
        write!(
            html,
            "<tr><th scope=\"row\"><code>{}</code></th><td>{}{must}</td><td>{}</td></tr>",
            escaped(field),
            escaped(&kind.unwrap_or_default()),
            text(&property["description"]),
        )?;
    }
    html.push_str("</tbody></table></div>");
    Ok(())
}

/// One paragraph for each kind, under the anchor that the `type` of a problem document leads to.
fn write_problems(html: &mut String, problems: &[Kind]) -> std::fmt::Result {
    html.push_str(r#"<section class="card reference__operation"><h2>Problems</h2>"#);
    for kind in problems {
        let (name, status, title, meaning) = kind.facts();
        write!(
            html,
            r#"<h3 id="{name}">{} · {}</h3><p>{}</p>"#,
            status.as_u16(),
            escaped(title),
            escaped(meaning)
        )?;
    }
    html.push_str("</section>");
    Ok(())
}

fn text(value: &Value) -> String {
    escaped(value.as_str().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_the_document_stays_text() {
        let document = serde_json::json!({ "info": { "title": "<script>alert(1)</script>" } });
        let html = render(&document, &[], &[], "/x.css");
        assert!(!html.contains("<script>"));
        assert!(html.contains("&lt;script&gt;"));
    }

    #[test]
    fn every_type_of_problem_leads_to_a_paragraph_of_its_own() {
        let html = render(&Value::Null, &Kind::ALL, &[], "/x.css");
        for kind in Kind::ALL {
            let problem = super::super::problem::Problem::new(kind, "");
            let (page, anchor) = problem.kind.split_once('#').unwrap();
            assert_eq!(page, "/api/v1/docs");
            assert_eq!(html.matches(&format!(r#" id="{anchor}""#)).count(), 1, "{anchor}");
        }
    }
}
