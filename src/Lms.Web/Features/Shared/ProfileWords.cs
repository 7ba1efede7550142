using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared;

/// <summary>Named sets of competences, as people are told of them: what they are called, and the code.</summary>
public static class ProfileWords
{
    public static string ProfileTitle(this Texts texts, OrganisationPack pack, string code) =>
        pack.ProfileNames.TryGetValue(code, out var name)
            ? $"{name.In(texts.Language)} ({code})"
            : code;
}
