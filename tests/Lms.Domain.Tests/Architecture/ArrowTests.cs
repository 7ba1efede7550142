using System.Text.RegularExpressions;
using Lms.Domain.Competences;
using Lms.Domain.Learning;
using Lms.Domain.Quizzes;

namespace Lms.Domain.Tests.Architecture;

/// <summary>Shared ← Territories ← People ← … ← Certification, checked from the code.</summary>
public sealed partial class ArrowTests
{
    [Theory]
    [InlineData("Learning", "Quizzes", true)]
    [InlineData("Quizzes", "Learning", false)]
    [InlineData("Quizzes", "Quizzes", true)]
    [InlineData("Quizzes", "Cases", false)]
    [InlineData("Cases", "Quizzes", false)]
    [InlineData("Certification", "Shared", true)]
    [InlineData("Shared", "Territories", false)]
    public void A_concept_uses_those_to_its_left_only(string user, string used, bool mayUse) =>
        Assert.Equal(mayUse, Concepts.MayUse(user, used));

    [Fact]
    public void No_type_uses_a_concept_to_its_right() =>
        Assert.Empty(
            from user in DomainCode.Types
            from used in CompiledUses.TypesUsedBy(user)
            let concept = Concepts.Of(used.Namespace)
            where concept is not null && !Concepts.MayUse(Concepts.Of(user.Namespace)!, concept)
            select $"{user} uses {used}"
        );

    [Fact]
    public void No_source_names_a_concept_to_its_right() =>
        Assert.Empty(
            from source in DomainCode.Sources
            let user = Namespace(source.Value)
            from Match named in Named().Matches(source.Value)
            where !Concepts.MayUse(user, named.Groups["concept"].Value)
            select $"{source.Key} names {named.Value}"
        );

    [Fact]
    public void The_namespace_of_a_source_is_its_folder() =>
        Assert.All(
            DomainCode.Sources,
            source =>
            {
                var folder = source.Key.Split('/')[0];
                // A namespace Territory would hide the type of that name.
                var concept = folder == "Territory" ? "Territories" : folder;
                Assert.Equal(concept, Namespace(source.Value));
            }
        );

    [Fact]
    public void The_compiled_code_is_seen_and_the_source_is_seen()
    {
        var uses = DomainCode
            .Types.SelectMany(user =>
                CompiledUses
                    .TypesUsedBy(user)
                    .Select(used => (Concepts.Of(user.Namespace), Concepts.Of(used.Namespace)))
            )
            .ToHashSet();

        Assert.Contains(("Quizzes", "Shared"), uses);
        Assert.Contains(("People", "Territories"), uses);
        Assert.Contains(("Learning", "Quizzes"), uses);
        Assert.Contains(("Certification", "Learning"), uses);
        Assert.Contains("Learning/Attempt.cs", DomainCode.Sources);
        Assert.NotEmpty(Named().Matches(DomainCode.Sources["Learning/Attempt.cs"]));
    }

    [Theory]
    [InlineData(typeof(Competence))]
    [InlineData(typeof(CourseProgress))]
    [InlineData(typeof(AttemptLimit))]
    [InlineData(typeof(Grade))]
    [InlineData(typeof(Paper))]
    public void A_use_is_seen_in_a_base_a_generic_argument_a_body_and_an_attribute(Type used) =>
        Assert.Contains(used, CompiledUses.TypesUsedBy(typeof(Specimen)));

    private static string Namespace(string source) =>
        Declared().Match(source).Groups["concept"].Value;

    [GeneratedRegex(@"\bLms\.Domain\.(?<concept>\w+)", RegexOptions.None, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^namespace Lms\.Domain\.(?<concept>\w+);", RegexOptions.Multiline, 1000)]
    private static partial Regex Declared();

    [Names(typeof(Paper))]
    private sealed class Specimen : List<Dictionary<int, Competence[]>>
    {
        public static Task<CourseProgress?>? Progress { get; set; }

        public static bool IsUnlimited(object limit) => limit.Equals(AttemptLimit.Unlimited);

        public static string Print(object grade) => grade is Grade ? "grade" : "none";
    }

    [AttributeUsage(AttributeTargets.Class)]
    private sealed class NamesAttribute(Type type) : Attribute
    {
        public Type Type { get; } = type;
    }
}
