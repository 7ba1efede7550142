using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Verify.Offline;

/// <summary>
/// A page that checks certificates without a network: one file with the public keys of its day, its
/// look and its script in it. It forbids itself every request, and it is given as a download, so that
/// nothing inline ever runs on our own address.
/// </summary>
internal static partial class OfflinePage
{
    private static readonly string template = Read("page.html");
    private static readonly string script = Read("check.js");
    private static readonly string style = Read("look.css");

    // The words of the page, each under verify.offline.
    private static readonly string[] words =
    [
        "title",
        "lead",
        "no-script",
        "no-crypto",
        "file",
        "pasted",
        "check",
        "genuine",
        "altered",
        "unknown",
        "swapped",
        "unsigned",
        "empty",
        "printed",
        "compare",
        "compare-text",
        "limits",
    ];

    public static string Of(PublicKeys keys, Texts texts, DateOnly today)
    {
        var parts = words.ToDictionary(
            word => word,
            word => WebUtility.HtmlEncode(texts[$"verify.offline.{word}"])
        );
        parts["lang"] = texts.Language;
        parts["date"] = WebUtility.HtmlEncode(texts.Fill("verify.offline.date", texts.Day(today)));
        parts["style"] = style;
        parts["script"] = script;
        parts["keys"] = JsonSerializer.Serialize(keys, JsonSerializerOptions.Web);
        parts["labels"] = JsonSerializer.Serialize(Labels(texts));
        parts["policy"] =
            $"default-src 'none'; script-src '{HashOf(script)}'; style-src '{HashOf(style)}'; base-uri 'none'; form-action 'none'";
        return Place().Replace(template, place => parts[place.Groups["name"].Value]);
    }

    private static Dictionary<string, string[]> Labels(Texts texts) =>
        SignedFields.Keys.ToDictionary(
            field => field.Key,
            field => new[] { field.First, texts[$"shared.certificate.signed.{field.Key}"] }
        );

    private static string HashOf(string inline) =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(inline)));

    private static string Read(string name)
    {
        var resource = $"Lms.Web.Features.Verify.Offline.{name}";
        using var stream =
            typeof(OfflinePage).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""\{\{(?<name>[a-z-]+)\}\}""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();
}
