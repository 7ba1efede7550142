using System.Globalization;
using Lms.Web.Content.Files;

namespace Lms.Web.Content.Yaml;

/// <summary>Values of a stricter shape than text.</summary>
internal sealed partial class Fields
{
    private const NumberStyles Decimals =
        NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    public int? Whole(string key, int from, int to) =>
        Decimal(key, from, to, 0) is { } value ? (int)value : null;

    /// <param name="places">Digits after the point that are allowed.</param>
    public decimal? Decimal(string key, decimal from, decimal to, int places = 3)
    {
        if (Find(key) is not { } node)
        {
            return null;
        }

        if (
            node is YamlScalar scalar
            && decimal.TryParse(scalar.Value, Decimals, CultureInfo.InvariantCulture, out var value)
            && value >= from
            && value <= to
            && decimal.Round(value, places) == value
        )
        {
            return value;
        }

        Report(node, YamlTexts.ExpectsNumber, key, Number(from), Number(to));
        return null;
    }

    public DateOnly? Date(string key)
    {
        if (Find(key) is not { } node)
        {
            return null;
        }

        var written = (node as YamlScalar)?.Value ?? "";
        if (TryDate(written, out var date))
        {
            return date;
        }

        Report(node, YamlTexts.ExpectsDate, key, written);
        return null;
    }

    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out date
        );

    public bool? Flag(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlScalar { Value: "true" }:
                return true;
            case YamlScalar { Value: "false" }:
                return false;
            case var other:
                return Wrong<bool?>(other, YamlTexts.ExpectsFlag, key, null);
        }
    }

    /// <summary>One of <paramref name="choices"/>; null when absent or another, which is reported.</summary>
    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (Find(key) is not { } node)
        {
            return null;
        }

        var written = (node as YamlScalar)?.Value ?? "";
        if (choices.TryGetValue(written, out var choice))
        {
            return choice;
        }

        var all = string.Join(", ", choices.Keys);
        var suggestion = Nearest.To(written, choices.Keys);
        Report(node, YamlTexts.ExpectsOneOf, suggestion, [key, all, written]);
        return null;
    }

    /// <summary>A page of the web; empty when absent.</summary>
    public string Address(string key)
    {
        if (Find(key) is not { } node)
        {
            return "";
        }

        if (node is YamlScalar scalar && IsWebAddress(scalar.Value))
        {
            return scalar.Value;
        }

        return Wrong(node, YamlTexts.ExpectsAddress, key, "");
    }

    public static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.Host.Length > 0
        && address.UserInfo.Length == 0
        && !text.Any(letter =>
            char.IsWhiteSpace(letter) || char.IsControl(letter) || letter == '\\'
        );
}
