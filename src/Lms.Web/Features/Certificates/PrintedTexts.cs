using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lms.Web.Pdf;

namespace Lms.Web.Features.Certificates;

/// <summary>What of a sheet is not as it was signed.</summary>
/// <param name="Missing">Fields whose text is not on the sheet letter for letter.</param>
/// <param name="Added">Letters on the sheet that were not signed.</param>
internal sealed record SheetDifference(IReadOnlyList<string> Missing, string Added)
{
    public bool IsNone => Missing.Count == 0 && Added.Length == 0;
}

/// <summary>
/// Compares a sheet with the texts that were signed: each must stand on it, and nothing else. White
/// space does not count, because lines break anywhere; every other character does, so that a letter
/// of another alphabet or a mark above it is seen.
/// </summary>
internal static class PrintedTexts
{
    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        MaxDepth = 8,
    };

    /// <summary>Null when the list is not the one that was signed.</summary>
    /// <param name="digest">Of the signed payload.</param>
    public static IReadOnlyList<IReadOnlyList<PrintedText>>? Read(byte[] texts, string digest)
    {
        if (Base64Url.EncodeToString(SHA256.HashData(texts)) != digest)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(texts, Strict);
            return
            [
                .. json
                    .RootElement.EnumerateObject()
                    .Select(language =>
                        (IReadOnlyList<PrintedText>)
                            [
                                .. language
                                    .Value.EnumerateArray()
                                    .Select(pair => new PrintedText(
                                        pair[0].GetString() ?? "",
                                        pair[1].GetString() ?? ""
                                    )),
                            ]
                    ),
            ];
        }
        catch (Exception wrong)
            when (wrong is JsonException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>In the language that the sheet is in: the one that fits it best.</summary>
    public static SheetDifference Compare(
        IReadOnlyList<IReadOnlyList<PrintedText>> languages,
        string visible
    ) =>
        languages
            .Select(texts => Compare(texts, visible))
            .MinBy(difference => difference.Missing.Count * 10_000 + difference.Added.Length)
        ?? new([], Plain(visible));

    private static SheetDifference Compare(IReadOnlyList<PrintedText> texts, string visible)
    {
        var left = Plain(visible);
        var missing = new List<string>();
        // The longest first: a short text may stand within another.
        foreach (var one in texts.OrderByDescending(one => one.Text.Length))
        {
            var text = Plain(one.Text);
            var at = left.IndexOf(text, StringComparison.Ordinal);
            if (at < 0)
            {
                missing.Add(one.Field);
                continue;
            }

            left = $"{left[..at]}\n{left[(at + text.Length)..]}";
        }

        // A second page repeats headings, which is no addition.
        foreach (var repeated in texts.Select(one => Plain(one.Text)).Append("•"))
        {
            left = left.Replace(repeated, "\n", StringComparison.Ordinal);
        }

        var inOrder = texts.Select(one => one.Field).Where(missing.Contains).Distinct();
        return new([.. inOrder], left.Replace("\n", "", StringComparison.Ordinal));
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Where(letter => !char.IsWhiteSpace(letter)))
        {
            plain.Append(letter);
        }

        return plain.ToString();
    }
}
