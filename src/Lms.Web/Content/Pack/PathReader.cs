using System.Globalization;
using Lms.Domain.Certification;
using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>
/// A way to a certification: a list (all of it), <c>{any: 2, of: […]}</c>, or one step such as
/// <c>{course: k1-basics}</c>.
/// </summary>
internal sealed class PathReader(SourceFile file, PackCourses courses)
{
    private static readonly string[] Steps = ["course", "case", "evidence", "session"];

    /// <summary>Null, with findings, when it cannot be read.</summary>
    public PathNode? Read(YamlNode node) =>
        node switch
        {
            YamlList list => AllOf(list),
            YamlMap map => Map(map),
            _ => Wrong(node),
        };

    private PathNode? AllOf(YamlList list)
    {
        var parts = Parts(list);
        return parts.Count == 0 ? Wrong(list)
            : parts.Count < list.Entries.Count ? null
            : parts is [var only] ? only
            : new PathNode.All(parts);
    }

    private List<PathNode> Parts(YamlList list) =>
        [.. list.Entries.Select(Read).OfType<PathNode>()];

    private PathNode? Map(YamlMap map)
    {
        var fields = new Fields(file, map);
        var node =
            fields.Find("any") is not null || fields.Find("of") is not null ? Any(fields, map)
            : Steps.FirstOrDefault(step => fields.Find(step) is not null) is { } key
                ? Step(fields, key)
            : Wrong(map);
        if (node is not null)
        {
            fields.RefuseTheRest();
        }

        return node;
    }

    private PathNode? Any(Fields fields, YamlMap map)
    {
        if (fields.Find("of") is not YamlList list)
        {
            fields.Require("of");
            return Wrong(map);
        }

        fields.Require("any");
        var least = fields.Whole("any", 1, list.Entries.Count);
        var parts = Parts(list);
        return least is { } count && parts.Count == list.Entries.Count
            ? new PathNode.AnyOf(count, parts)
            : null;
    }

    private PathNode.Step? Step(Fields fields, string key)
    {
        if (fields.Find(key) is not YamlScalar written)
        {
            fields.Text(key);
            return null;
        }

        return key switch
        {
            "course" => courses.Known(fields, written) is { } slug
                ? new PathNode.Step(new PathStep.Course(slug))
                : null,
            "case" => courses.KnownCase(fields, written) is var (course, branching)
                ? new PathNode.Step(new PathStep.Case(course, branching))
                : null,
            "evidence" => new PathNode.Step(new PathStep.Evidence(written.Value)),
            _ => courses.KnownDeck(fields, written) is { } deck
                ? new PathNode.Step(new PathStep.LiveSession(deck))
                : null,
        };
    }

    private PathNode? Wrong(YamlNode node)
    {
        file.ReportAt(
            CertificationTexts.ExpectsPath,
            node.Line,
            node.Column,
            null,
            string.Join(", ", Steps)
        );
        return null;
    }
}
