using Lms.Domain.Territories;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>Codes of the register written in other files of the pack.</summary>
internal static class Territories
{
    /// <summary>Null when absent, or when not in the register, which is reported.</summary>
    public static TerritoryCode? Known(Fields fields, string key, TerritoryTree territories)
    {
        if (fields.OptionalText(key) is not { } written)
        {
            return null;
        }

        if (territories.Find(new(written)) is { } territory)
        {
            return territory.Code;
        }

        fields.Report(fields.Find(key)!, PackTexts.UnknownCode, written, "territory.csv");
        return null;
    }
}
