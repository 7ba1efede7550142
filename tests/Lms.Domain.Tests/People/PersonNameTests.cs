using Lms.Domain.People;

namespace Lms.Domain.Tests.People;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Дем’янчук", "Олена", "Петрівна", "Дем’янчук Олена Петрівна")]
    [InlineData("Дем'янчук", "Мар'яна", "", "Дем'янчук Мар'яна")]
    [InlineData(
        "Нечуй-Левицька",
        "Анна-Марія",
        "В’ячеславівна",
        "Нечуй-Левицька Анна-Марія В’ячеславівна"
    )]
    [InlineData("Rossi", "", "", "Rossi")]
    [InlineData("Rossi", "", "Petrivna", "Rossi Petrivna")]
    public void A_full_name_has_its_parts_and_no_gaps(
        string family,
        string given,
        string patronymic,
        string full
    ) => Assert.Equal(full, new PersonName(family, given, patronymic).Full);

    [Theory]
    [InlineData("Дем’янчук", "Олена", "Петрівна", "Дем’янчук О. П.")]
    [InlineData("О’Коннор", "Анна-Марія", "В’ячеславівна", "О’Коннор А. В.")]
    [InlineData("Ґудзь", "Її", "Йосипівна", "Ґудзь Ї. Й.")]
    [InlineData("Rossi", "Anna", "", "Rossi A.")]
    [InlineData("Rossi", "", "Petrivna", "Rossi P.")]
    [InlineData("Rossi", "", "", "Rossi")]
    [InlineData("Лі", "І", "А", "Лі І. А.")]
    public void A_public_check_shows_the_surname_and_initials(
        string family,
        string given,
        string patronymic,
        string shown
    ) => Assert.Equal(shown, new PersonName(family, given, patronymic).SurnameAndInitials);

    [Fact]
    public void A_letter_of_two_code_units_is_not_cut_in_half() =>
        Assert.Equal("𐐔𐐯 𐐜. 𐐠.", new PersonName("𐐔𐐯", "𐐜𐐰𐐻", "𐐠").SurnameAndInitials);

    [Fact]
    public void Surname_and_initials_give_no_more_of_a_name_than_its_first_letters()
    {
        var shown = new PersonName("Коваль", "Надія", "Іванівна").SurnameAndInitials;

        Assert.DoesNotContain("адія", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("ванівна", shown, StringComparison.Ordinal);
    }
}
