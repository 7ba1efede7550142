using System.Globalization;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>acts.yml, the register of legal acts.</summary>
internal static class ActReader
{
    private static readonly Dictionary<string, ActState> States = new()
    {
        ["in-force"] = ActState.InForce,
        ["changed"] = ActState.Changed,
        ["historical"] = ActState.Historical,
    };

    public static ActRegister Read(PackFolder files)
    {
        var acts = new List<LegalAct>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fields in files.Rows("acts.yml"))
        {
            var act = Act(fields);
            fields.RefuseTheRest();
            if (fields.IsFirst(act.Id, "id", ids))
            {
                ids.Add(act.Id);
                acts.Add(act);
            }
        }

        return new(acts);
    }

    private static LegalAct Act(Fields fields)
    {
        fields.Require("state");
        var (year, date) = DateOf(fields);
        return new()
        {
            Id = fields.RequiredText("id"),
            Number = fields.Text("number"),
            Year = year,
            Date = date,
            Title = fields.RequiredLocal("title"),
            Body = fields.Local("body"),
            Edition = fields.Date("edition"),
            State = fields.Choice("state", States) ?? ActState.InForce,
            Address = fields.Address("address"),
            Checked = fields.Date("checked"),
            Note = fields.Text("note"),
        };
    }

    private static (int? Year, DateOnly? Date) DateOf(Fields fields)
    {
        if (fields.Text("date") is [_, _, _, _] year && year.All(char.IsAsciiDigit))
        {
            return (int.Parse(year, CultureInfo.InvariantCulture), null);
        }

        var date = fields.Date("date");
        return (date?.Year, date);
    }
}
