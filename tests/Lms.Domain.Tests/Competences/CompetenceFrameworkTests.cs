using Lms.Domain.Competences;
using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Competences;

public sealed class CompetenceFrameworkTests
{
    private static readonly CompetenceFramework Framework = new(
        LocalText.Empty,
        [Competence("П1"), Competence("В2")],
        new Dictionary<string, IReadOnlyDictionary<string, int>>()
    );

    [Fact]
    public void A_competence_is_found_by_its_code() =>
        Assert.Same(Framework.Competences[1], Framework.Find("В2"));

    [Theory]
    [InlineData("В3")]
    [InlineData("в2")]
    [InlineData("B2")]
    public void Another_code_finds_none_and_a_latin_look_alike_is_another(string code) =>
        Assert.Null(Framework.Find(code));

    private static Competence Competence(string code) =>
        new(code, "", LocalText.Empty, new Dictionary<int, string>());
}
