namespace Lms.Domain.Tests.Architecture;

/// <summary>The concepts of the domain from left to right; a concept uses those to its left only.</summary>
internal static class Concepts
{
    private static readonly string[][] LeftToRight =
    [
        ["Shared"],
        ["Territories"],
        ["People"],
        ["Competences"],
        ["Courses"],
        ["Quizzes", "Cases"],
        ["Live"],
        ["Learning"],
        ["Certification"],
        ["Requirements"],
        ["Coverage"],
        ["Reports"],
    ];

    public static bool MayUse(string user, string used) =>
        user == used || Place(used) < Place(user);

    /// <summary>The concept of a namespace such as <c>Lms.Domain.Quizzes</c>; null outside the domain.</summary>
    public static string? Of(string? name) =>
        name?.Split('.') is ["Lms", "Domain", var concept, ..] ? concept : null;

    private static int Place(string concept)
    {
        var place = Array.FindIndex(LeftToRight, peers => peers.Contains(concept));
        Assert.True(place >= 0, $"{concept} is no concept of the architecture.");
        return place;
    }
}
