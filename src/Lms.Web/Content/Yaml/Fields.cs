using System.Globalization;
using Lms.Domain.Shared;
using Lms.Web.Content.Files;

namespace Lms.Web.Content.Yaml;

/// <summary>
/// The keys of one mapping, read by type. Asking for a key makes it known; what nobody asked for
/// is reported by <see cref="RefuseTheRest"/>. An empty value is an absent one.
/// </summary>
internal sealed partial class Fields(SourceFile file, YamlMap map)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public SourceFile File => file;

    public IEnumerable<YamlEntry> Entries => map.Entries;

    public YamlNode? Find(string key)
    {
        known.Add(key);
        var value = map.Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value;
        return value is YamlScalar { Value: "" or "~" or "null" } ? null : value;
    }

    /// <summary>Reports the key when it stands here, absent value or not.</summary>
    public void ReportKey(string key, FindingText text, params string[] args)
    {
        var place =
            (YamlNode?)map.Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Key ?? map;
        file.ReportAt(text, place.Line, place.Column, null, args);
    }

    public void Report(YamlNode place, FindingText text, params string[] args) =>
        file.ReportAt(text, place.Line, place.Column, null, args);

    public void Report(YamlNode place, FindingText text, string? suggestion, string[] args) =>
        file.ReportAt(text, place.Line, place.Column, suggestion, args);

    /// <summary>A text, trimmed; empty when absent.</summary>
    public string Text(string key) =>
        Find(key) switch
        {
            null => "",
            YamlScalar scalar => scalar.Value.Trim(),
            var other => Wrong(other, YamlTexts.ExpectsText, key, ""),
        };

    public string RequiredText(string key)
    {
        Require(key);
        return Text(key);
    }

    public string? OptionalText(string key) => Text(key) is { Length: > 0 } text ? text : null;

    public void Require(string key)
    {
        if (Find(key) is null)
        {
            ReportKey(key, YamlTexts.MissingKey, key);
        }
    }

    /// <summary>Texts of a list; none when absent.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        [.. List(key).OfType<YamlScalar>().Select(entry => entry.Value.Trim())];

    /// <summary>A list of plain values; others in it are reported.</summary>
    public IReadOnlyList<YamlScalar> Scalars(string key)
    {
        var entries = List(key);
        foreach (var entry in entries.Where(entry => entry is not YamlScalar))
        {
            Report(entry, YamlTexts.ExpectsText, key);
        }

        return [.. entries.OfType<YamlScalar>()];
    }

    public IReadOnlyList<YamlNode> List(string key) =>
        Find(key) switch
        {
            null => [],
            YamlList list => list.Entries,
            var other => Wrong(other, YamlTexts.ExpectsList, key, Array.Empty<YamlNode>()),
        };

    /// <summary>A list whose entries are mappings.</summary>
    public IReadOnlyList<Fields> Rows(string key) => RowsOf(file, List(key), key);

    public static IReadOnlyList<Fields> RowsOf(
        SourceFile file,
        IReadOnlyList<YamlNode> entries,
        string key
    )
    {
        foreach (var entry in entries.Where(entry => entry is not YamlMap))
        {
            file.ReportAt(YamlTexts.ExpectsKeys, entry.Line, entry.Column, null, key);
        }

        return [.. entries.OfType<YamlMap>().Select(entry => new Fields(file, entry))];
    }

    public Fields? Map(string key) =>
        Find(key) switch
        {
            null => null,
            YamlMap inner => new Fields(file, inner),
            var other => Wrong<Fields?>(other, YamlTexts.ExpectsKeys, key, null),
        };

    /// <summary>A text in the languages of the interface, or one text for both.</summary>
    public LocalText Local(string key)
    {
        if (Find(key) is YamlScalar scalar)
        {
            return new(scalar.Value.Trim(), scalar.Value.Trim());
        }

        if (Map(key) is not { } inner)
        {
            return LocalText.Empty;
        }

        var text = new LocalText(inner.Text("uk"), inner.Text("en"));
        inner.RefuseTheRest();
        return text;
    }

    public LocalText RequiredLocal(string key)
    {
        var text = Local(key);
        if (text == LocalText.Empty)
        {
            ReportKey(key, YamlTexts.MissingKey, key);
        }

        return text;
    }

    public LocalText? OptionalLocal(string key) =>
        Local(key) is var text && text != LocalText.Empty ? text : null;

    /// <summary>Reports every key nobody asked for.</summary>
    public void RefuseTheRest()
    {
        foreach (var entry in map.Entries.Where(entry => !known.Contains(entry.Key.Value)))
        {
            var name = entry.Key.Value;
            Report(entry.Key, YamlTexts.UnknownKey, Nearest.To(name, known), [name]);
        }
    }

    private T Wrong<T>(YamlNode place, FindingText text, string key, T instead)
    {
        Report(place, text, key);
        return instead;
    }

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
