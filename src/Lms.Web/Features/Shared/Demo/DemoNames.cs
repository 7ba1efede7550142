using Lms.Domain.People;

namespace Lms.Web.Features.Shared.Demo;

/// <summary>Names of invented people: each surname has a part that says so.</summary>
internal static class DemoNames
{
    private static readonly string[] Families =
    [
        "Бондаренко",
        "Шевченко",
        "Коваленко",
        "Ткаченко",
        "Кравченко",
        "Олійник",
        "Лисенко",
        "Марченко",
        "Савченко",
        "Руденко",
        "Петренко",
        "Мороз",
        "Клименко",
        "Павленко",
        "Василенко",
        "Гончар",
        "Данильчук",
        "Дем’яненко",
        "Лук’янчук",
        "Мар’яненко",
        "Захарчук",
        "Іщенко",
        "Їжакевич",
        "Єременко",
        "Ґалаґан",
        "Нечипоренко",
        "Остапенко",
        "Прокопчук",
        "Радченко",
        "Сидоренко",
        "Тимошенко",
        "Федоренко",
        "Харченко",
        "Цимбал",
        "Чорновол",
        "Шульга",
        "Щербак",
        "Юрченко",
        "Яременко",
        "Левченко",
    ];

    private static readonly string[] Women =
    [
        "Олена",
        "Ірина",
        "Наталія",
        "Тетяна",
        "Світлана",
        "Оксана",
        "Людмила",
        "Катерина",
        "Юлія",
        "Марія",
        "Анна",
        "Вікторія",
        "Лариса",
        "Галина",
        "Надія",
        "Любов",
        "Зоряна",
        "Дар’я",
    ];

    private static readonly string[] Men =
    [
        "Олександр",
        "Сергій",
        "Андрій",
        "Микола",
        "Іван",
        "Василь",
        "Петро",
        "Юрій",
        "Богдан",
        "Роман",
        "Ігор",
        "Тарас",
    ];

    private static readonly string[] Fathers =
    [
        "Іван",
        "Петр",
        "Микола",
        "Василь",
        "Олександр",
        "Андрій",
        "Сергій",
        "Степан",
    ];

    private static readonly string[] Given =
    [
        "Aoife",
        "Brendan",
        "Clare",
        "Declan",
        "Eilis",
        "Fergal",
        "Grainne",
        "Hugh",
        "Isla",
        "Jack",
        "Kate",
        "Liam",
        "Maeve",
        "Niall",
        "Orla",
        "Paul",
    ];

    private static readonly string[] Surnames =
    [
        "O’Brien",
        "Murphy",
        "Walsh",
        "Byrne",
        "Ryan",
        "Doyle",
        "Kelly",
        "Nolan",
        "Burke",
        "Daly",
    ];

    /// <param name="language">The first of the organisation.</param>
    public static PersonName Of(Dice dice, string language)
    {
        if (language != "uk")
        {
            return new($"{dice.One(Surnames)}-Sample", dice.One(Given), "");
        }

        var isWoman = dice.Percent(78);
        return new(
            $"{dice.One(Families)}-Зразок",
            dice.One(isWoman ? Women : Men),
            Patronymic(dice.One(Fathers), isWoman)
        );
    }

    private static string Patronymic(string father, bool isWoman) =>
        (father, isWoman) switch
        {
            ("Микола", true) => "Миколаївна",
            ("Микола", false) => "Миколайович",
            ("Василь", true) => "Василівна",
            ("Василь", false) => "Васильович",
            ("Андрій" or "Сергій", true) => $"{father[..^1]}ївна",
            ("Андрій" or "Сергій", false) => $"{father[..^1]}йович",
            (_, true) => $"{father}івна",
            (_, false) => $"{father}ович",
        };
}
