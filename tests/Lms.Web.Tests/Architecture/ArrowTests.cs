using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Architecture;

/// <summary>Who may use whom, read from the compiled code.</summary>
public sealed class ArrowTests
{
    private static readonly ArchUnitNET.Domain.Architecture Code = new ArchLoader()
        .LoadAssemblies(typeof(LmsApplication).Assembly, typeof(Lms.Domain.People.Person).Assembly)
        .Build();

    private static readonly string[] Concepts =
    [
        "Lms.Domain.Shared",
        "Lms.Domain.Territories",
        "Lms.Domain.People",
        "Lms.Domain.Competences",
        "Lms.Domain.Courses",
        "Lms.Domain.Quizzes",
        "Lms.Domain.Cases",
        "Lms.Domain.Live",
        "Lms.Domain.Learning",
        "Lms.Domain.Certification",
        "Lms.Domain.Requirements",
        "Lms.Domain.Coverage",
        "Lms.Domain.Reports",
    ];

    // Program.cs, and what stands beside it, puts the features together; the schedule names their jobs.
    private static readonly string[] SeeAllFeatures =
    [
        "Lms.Web.LmsApplication",
        "Lms.Web.Preparation",
        "Program",
        "Lms.Web.Jobs.Schedule",
    ];

    [Fact]
    public void The_domain_uses_nothing_of_the_web()
    {
        var wrong = Uses("Lms.Domain.")
            .Where(use => use.To.StartsWith("Lms.Web", StringComparison.Ordinal));
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_concept_uses_only_concepts_to_its_left()
    {
        var wrong = Uses("Lms.Domain.")
            .Where(use => Concepts.Contains(use.FromSpace) && Concepts.Contains(use.ToSpace))
            .Where(use =>
                Array.IndexOf(Concepts, use.ToSpace) > Array.IndexOf(Concepts, use.FromSpace)
            );
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_concept_stands_in_the_order()
    {
        var spaces = Code
            .Types.Select(type => type.Namespace.FullName)
            .Where(space => space.StartsWith("Lms.Domain", StringComparison.Ordinal))
            .Distinct();
        Assert.Equal([], spaces.Except(Concepts).ToList());
    }

    [Fact]
    public void A_feature_uses_no_other_feature()
    {
        var wrong = Uses("Lms.Web.Features.")
            .Where(use =>
                FeatureOf(use.To) is { } to && to != "Shared" && to != FeatureOf(use.From)
            );
        Assert.Empty(wrong);
    }

    [Fact]
    public void Below_the_features_nothing_looks_up_but_at_what_they_share()
    {
        var wrong = Uses("Lms.Web.")
            .Where(use =>
                FeatureOf(use.From) is null
                && !SeeAllFeatures.Any(one => use.From.StartsWith(one, StringComparison.Ordinal))
            )
            .Where(use => FeatureOf(use.To) is { } to && to != "Shared");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Only_the_access_folder_lifts_the_scope_or_writes_sql()
    {
        string[] banned = ["IgnoreQueryFilters", "FromSql", "SqlQuery", "ExecuteSql"];
        var wrong = Directory
            .EnumerateFiles(Repository.File("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal)
                && !file.Contains("/Access/", StringComparison.Ordinal)
                && !file.Contains("/Migrations/", StringComparison.Ordinal)
            )
            .Where(file =>
                banned.Any(word => File.ReadAllText(file).Contains(word, StringComparison.Ordinal))
            );
        Assert.Empty(wrong);
    }

    /// <summary>A folder of Features; Manage alone is a folder of several.</summary>
    private static string? FeatureOf(string type)
    {
        const string root = "Lms.Web.Features.";
        return type.StartsWith(root, StringComparison.Ordinal)
            ? type[root.Length..].Split('.')[..^1] switch
            {
                [] => null,
                ["Manage", var part, ..] => $"Manage.{part}",
                [var feature, ..] => feature,
            }
            : null;
    }

    private static IEnumerable<Use> Uses(string from) =>
        Code
            .Types.Where(type => type.FullName.StartsWith(from, StringComparison.Ordinal))
            .SelectMany(type => type.Dependencies)
            .Where(use => use.Target.FullName.StartsWith("Lms.", StringComparison.Ordinal))
            .Select(use => new Use(
                use.Origin.FullName,
                use.Target.FullName,
                use.Origin.Namespace.FullName,
                use.Target.Namespace.FullName
            ))
            .Distinct();

    private sealed record Use(string From, string To, string FromSpace, string ToSpace);
}
