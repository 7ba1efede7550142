using Lms.Domain.People;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Access;

/// <summary>Makes the pack's demonstration people, those who are not there yet.</summary>
public sealed class SeedDemo(
    LmsDbContext db,
    OrganisationPack pack,
    ILookupNormalizer normalizer,
    IPasswordHasher<Account> hasher,
    TimeProvider time
)
{
    public async Task RunAsync()
    {
        if (pack.Demo is not { } demo)
        {
            return;
        }

        await db.WriteAsync(async () =>
        {
            var known = await db.Accounts.Select(account => account.Email).ToListAsync();
            foreach (var person in demo.Accounts.Where(person => !known.Contains(person.Email)))
            {
                Add(person, demo.Password);
            }

            await db.SaveChangesAsync();
        });
    }

    /// <summary>Every demonstration trainer teaches every course that is published.</summary>
    public Task GiveCoursesAsync() =>
        db.WriteAsync(async () =>
        {
            var trainers = await db
                .Accounts.Where(account =>
                    account.IsDemo && account.Grants.Any(grant => grant.Role == AccessRole.Trainer)
                )
                .Select(account => account.Id)
                .ToListAsync();
            var known = await db.CourseTrainers.ToListAsync();
            foreach (var course in await db.Courses.Select(course => course.Id).ToListAsync())
            {
                db.CourseTrainers.AddRange(
                    trainers
                        .Where(account =>
                            !known.Exists(one => one.CourseId == course && one.AccountId == account)
                        )
                        .Select(account => new CourseTrainer
                        {
                            CourseId = course,
                            AccountId = account,
                            From = pack.DayOf(time.Now()),
                        })
                );
            }

            await db.SaveChangesAsync();
        });

    private void Add(DemoAccount demo, string password)
    {
        var now = time.Now();
        var today = pack.DayOf(now);
        var person = new Person
        {
            Id = new(time.NewId()),
            Name = demo.Name,
            Community = demo.Territory,
            CreatedAt = now,
        };
        if (demo.Institution is { } institution)
        {
            person.Posts.AddRange(
                demo.StaffRoles.Select(role => new Post
                {
                    Id = new(time.NewId()),
                    PersonId = person.Id,
                    Institution = institution,
                    StaffRole = role,
                    From = today,
                })
            );
        }

        var account = new Account
        {
            Id = new(time.NewId()),
            PersonId = person.Id,
            UserName = demo.Email,
            NormalizedUserName = normalizer.NormalizeName(demo.Email),
            Email = demo.Email,
            NormalizedEmail = normalizer.NormalizeEmail(demo.Email),
            EmailConfirmed = true,
            SecurityStamp = time.NewId().ToString("N"),
            IsDemo = true,
        };
        account.PasswordHash = hasher.HashPassword(account, password);
        account.Grants.Add(
            new Grant
            {
                Id = new(time.NewId()),
                AccountId = account.Id,
                Role = Enum.Parse<AccessRole>(demo.Role, ignoreCase: true),
                Territory = demo.Scope,
                From = today,
            }
        );
        db.People.Add(person);
        db.Accounts.Add(account);
    }
}
