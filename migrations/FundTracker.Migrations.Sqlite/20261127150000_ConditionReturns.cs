using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FundTracker.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ConditionReturns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ConditionReturns",
                columns: table => new
                {
                    MotherFund = table.Column<long>(type: "INTEGER", nullable: false),
                    Meeting = table.Column<int>(type: "INTEGER", nullable: false),
                    Item = table.Column<int>(type: "INTEGER", nullable: false),
                    Condition = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Document = table.Column<long>(type: "INTEGER", nullable: true),
                    FulfilledBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FulfilledAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReturnedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ReturnedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConditionReturns", x => new { x.MotherFund, x.Meeting, x.Item, x.Condition, x.Number });
                    table.ForeignKey(
                        name: "FK_ConditionReturns_ResolutionConditions",
                        columns: x => new { x.MotherFund, x.Meeting, x.Item, x.Condition },
                        principalTable: "ResolutionConditions",
                        principalColumns: new[] { "MotherFund", "Meeting", "Item", "Number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql(Refuse("Update", "UPDATE", "TRUE"));
            migrationBuilder.Sql(Refuse("Delete", "DELETE", "TRUE"));
            // INSERT OR REPLACE deletes without calling the trigger above.
            migrationBuilder.Sql(Refuse(
                "Replace", "INSERT",
                """
                EXISTS (SELECT 1 FROM "ConditionReturns" WHERE "MotherFund" = NEW."MotherFund" AND "Meeting" = NEW."Meeting" AND "Item" = NEW."Item"
                    AND "Condition" = NEW."Condition" AND "Number" = NEW."Number")
                """));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConditionReturns");
        }

        private static string Refuse(string name, string verb, string when) => $"""
            CREATE TRIGGER "ConditionReturns_No{name}" BEFORE {verb} ON "ConditionReturns" WHEN {when}
            BEGIN SELECT RAISE(ABORT, 'ConditionReturns is only added to: correct by a new entry'); END;
            """;
    }
}
