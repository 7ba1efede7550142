using System.Globalization;
using Lms.Domain.Competences;
using Lms.Domain.Shared;
using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>competences.yml: the framework, who needs which level, and named sets of levels.</summary>
internal static class CompetenceReader
{
    private const string FileName = "competences.yml";
    private const int HighestLevel = 3;

    public static readonly CompetenceFramework NoFramework = new(
        LocalText.Empty,
        [],
        new Dictionary<string, IReadOnlyDictionary<string, int>>()
    );

    public static OrganisationPack Read(PackFolder files, OrganisationPack pack)
    {
        if (files.Fields(FileName) is not { } fields)
        {
            return pack;
        }

        fields.Require("framework");
        var name = fields.Map("framework") is { } framework
            ? Framework(framework)
            : LocalText.Empty;
        var directions = Directions(fields);
        var competences = Competences(fields, directions);
        var codes = competences.Select(competence => competence.Code).ToList();
        var roles = pack.StaffRoles.Select(role => role.Code).ToList();
        var profiles = Levels(fields, "profiles", codes, null);
        var read = pack with
        {
            Directions = directions,
            Competences = new(name, competences, Levels(fields, "matrix", codes, roles)),
            Profiles = profiles,
            ProfileNames = Names(fields, "profile-names", profiles.Keys),
        };
        fields.RefuseTheRest();
        return read;
    }

    private static LocalText Framework(Fields fields)
    {
        var name = fields.RequiredLocal("name");
        foreach (var level in fields.Rows("levels"))
        {
            level.Require("level");
            level.Whole("level", 1, HighestLevel);
            level.RequiredLocal("name");
            level.Local("meaning");
            level.RefuseTheRest();
        }

        fields.RefuseTheRest();
        return name;
    }

    private static List<CompetenceDirection> Directions(Fields fields)
    {
        var directions = new List<CompetenceDirection>();
        foreach (var row in fields.Rows("directions"))
        {
            var direction = new CompetenceDirection(
                row.RequiredText("code"),
                row.RequiredLocal("name")
            );
            row.RefuseTheRest();
            if (row.IsFirst(direction.Code, "code", directions.Select(known => known.Code)))
            {
                directions.Add(direction);
            }
        }

        return directions;
    }

    private static List<Competence> Competences(Fields fields, List<CompetenceDirection> directions)
    {
        var competences = new List<Competence>();
        foreach (var row in fields.Rows("competences"))
        {
            var direction = row.Text("direction");
            if (direction.Length > 0 && !directions.Exists(known => known.Code == direction))
            {
                row.Report(row.Find("direction")!, PackTexts.UnknownCode, direction, "directions");
            }

            var competence = new Competence(
                row.RequiredText("code"),
                direction,
                row.RequiredLocal("name"),
                Descriptions(row)
            );
            row.RefuseTheRest();
            if (row.IsFirst(competence.Code, "code", competences.Select(known => known.Code)))
            {
                competences.Add(competence);
            }
        }

        return competences;
    }

    private static Dictionary<int, string> Descriptions(Fields row)
    {
        var descriptions = new Dictionary<int, string>();
        if (row.Map("levels") is { } levels)
        {
            for (var level = 1; level <= HighestLevel; level++)
            {
                var text = levels.Text(level.ToString(CultureInfo.InvariantCulture));
                if (text.Length > 0)
                {
                    descriptions[level] = text;
                }
            }

            levels.RefuseTheRest();
        }

        return descriptions;
    }

    private static Dictionary<string, LocalText> Names(
        Fields fields,
        string key,
        IReadOnlyCollection<string> owners
    )
    {
        var names = new Dictionary<string, LocalText>();
        if (fields.Map(key) is not { } map)
        {
            return names;
        }

        foreach (var entry in map.Entries)
        {
            var owner = entry.Key.Value;
            if (!owners.Contains(owner))
            {
                string[] args = [owner, "profiles"];
                fields.Report(entry.Key, PackTexts.UnknownCode, Nearest.To(owner, owners), args);
            }

            names[owner] = map.RequiredLocal(owner);
        }

        return names;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, int>> Levels(
        Fields fields,
        string key,
        List<string> competences,
        List<string>? owners
    )
    {
        var levels = new Dictionary<string, IReadOnlyDictionary<string, int>>();
        foreach (var entry in fields.Map(key)?.Entries ?? [])
        {
            var owner = entry.Key.Value;
            if (owners is not null && !owners.Contains(owner))
            {
                string[] args = [owner, "roles.yml"];
                fields.Report(entry.Key, PackTexts.UnknownCode, Nearest.To(owner, owners), args);
            }

            levels[owner] = CompetenceLevels
                .Read(fields.Map(key)!, owner, competences, 0)
                .ToDictionary(level => level.Code, level => level.Level);
        }

        return levels;
    }
}
