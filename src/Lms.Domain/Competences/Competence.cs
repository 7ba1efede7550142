using Lms.Domain.Shared;

namespace Lms.Domain.Competences;

/// <summary>
/// What a specialist can do, with a description of each level (1 aware, 2 practitioner, 3 leader;
/// ISO/IEC 17024, 3.6). Editable data of the organisation pack, never an enum.
/// </summary>
public sealed record Competence(
    string Code,
    string Direction,
    LocalText Name,
    IReadOnlyDictionary<int, string> Levels
);

/// <summary>Competences, and the level (0 = not required, to 3) each staff role needs of each.</summary>
public sealed record CompetenceFramework(
    LocalText Name,
    IReadOnlyList<Competence> Competences,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> RequiredLevels
)
{
    public Competence? Find(string code) =>
        Competences.FirstOrDefault(competence => competence.Code == code);
}
