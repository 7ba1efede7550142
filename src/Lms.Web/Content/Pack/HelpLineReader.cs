using Lms.Domain.Territories;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>help-lines.yml.</summary>
internal static class HelpLineReader
{
    private const int LastOrder = 10_000;

    public static IReadOnlyList<HelpLine> Read(PackFolder files, TerritoryTree territories)
    {
        var lines = new List<HelpLine>();
        foreach (var fields in files.Rows("help-lines.yml"))
        {
            var line = Line(fields, territories);
            fields.RefuseTheRest();
            if (line.Numbers.Count == 0 && line.Address.Length == 0)
            {
                fields.ReportKey("id", PackTexts.NoContact);
            }

            if (fields.IsFirst(line.Id, "id", lines.Select(known => known.Id)))
            {
                lines.Add(line);
            }
        }

        return [.. lines.OrderBy(line => line.Order)];
    }

    private static HelpLine Line(Fields fields, TerritoryTree territories) =>
        new()
        {
            Id = fields.RequiredText("id"),
            Order = fields.Whole("order", 0, LastOrder) ?? LastOrder,
            Name = fields.RequiredLocal("name"),
            Operator = fields.Local("operator"),
            Numbers = [.. fields.Scalars("numbers").Select(number => number.Value)],
            FromAbroad = fields.Text("from-abroad"),
            Address = fields.Address("address"),
            Territory = Territories.Known(fields, "territory", territories),
            Owner = fields.RequiredLocal("owner"),
            Source = fields.RequiredText("source"),
            VerifiedOn = fields.Date("verified-on"),
            ReviewDue = fields.Date("review-due"),
            Hours = fields.OptionalLocal("hours"),
            Cost = fields.OptionalLocal("cost"),
            IsAnonymous = fields.Flag("anonymous"),
            Note = fields.OptionalLocal("note"),
        };
}
