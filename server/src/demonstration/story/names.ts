const listed = (names: string): readonly string[] => names.trim().split(/,\s+/);

/** Given names and surnames that invented people and parties get; put together they mean nobody. */
export const firstNames = listed(`
  Aaron, Abigail, Adaeze, Alma, Amir, Anders, Anika, Beatriz, Bennett, Bridget, Caleb, Camille, Carmen,
  Cedric, Chidi, Clara, Curtis, Dalia, Damon, Delphine, Desmond, Dolores, Edwin, Elena, Elias, Emeka,
  Esther, Fatima, Felix, Fiona, Gideon, Graciela, Graham, Hannah, Harlan, Hector, Helene, Imani, Ingrid,
  Isaac, Ivana, Jae, Jasper, Joanna, Joaquín, Josephine, Kamala, Keiko, Kendrick, Kofi, Lamar, Laurel,
  Leila, Lionel, Lorena, Luther, Maeve, Malik, Marguerite, Mateo, Mei, Milan, Miriam, Moira, Nadia, Naomi,
  Nikolai, Nkechi, Odette, Omar, Orrin, Paloma, Percy, Petra, Priya, Quentin, Rafael, Ramona, Renée,
  Roland, Rosalind, Ruben, Sabine, Samir, Selma, Silas, Simone, Soren, Tamsin, Tariq, Thelma, Tobias, Uma,
  Vance, Vera, Viktor, Wanda, Wendell, Xiomara, Yara, Yusuf, Zelda
`);

export const lastNames = listed(`
  Abara, Aldridge, Amundsen, Ashdown, Balogun, Barrow, Bastien, Beckwith, Belmonte, Bergström, Blackwood,
  Brannigan, Brightwell, Calloway, Cardenas, Castellan, Chaudhry, Colvin, Corrigan, Dalgaard, Danforth,
  Dempsey, Devereux, Dietrich, Dunleavy, Eastman, Edgerton, Ekwueme, Escobedo, Fairbanks, Farrow, Fenwick,
  Figueroa, Fontaine, Fujimoto, Gallardo, Garrity, Giordano, Grantham, Greenleaf, Haddad, Halvorsen,
  Harcourt, Hathaway, Holloway, Ibarra, Ingersoll, Jankowski, Jessup, Kapoor, Keating, Kessler, Kowalczyk,
  Lachance, Langford, Larkspur, Lindgren, Lockridge, Macklin, Marchetti, McAllister, Mbeki, Merriweather,
  Montague, Müller, Nakagawa, Norquist, O’Bannon, Oduya, Okonjo, Ostrander, Pacheco, Pemberton, Peña,
  Petrov, Quintero, Radcliffe, Rasmussen, Redfern, Rosenthal, Rutherford, Sandoval, Santangelo, Schaefer,
  Shimizu, Sinclair, Stavros, Sutherland, Takahashi, Thackeray, Thibodeaux, Trevino, Underhill, Van Dalen,
  Vasquez, Villanueva, Wadsworth, Wexler, Whitcomb, Winslow, Yamada, Yarborough, Zielinski
`);

/** Words that invented companies are named with. */
export const companyWords = listed(`
  Alder, Beacon, Big River, Bluestem, Brandt, Cardinal, Cedar Bluff, Copperline, Crosswind, Elkhorn,
  Fairmount, Flint Hills, Gateway, Glenoak, Great Bend, Harvest Moon, Heartland, High Plains, Ironwood,
  Kaw Valley, Keystone, Lakota, Limestone, Marigold, Meadowlark, Meridian, Midland, Northgate, Oak Ridge,
  Ozark, Pinnacle, Prairie Star, Quarry Street, Redbud, Riverbend, Sandstone, Santa Fe Trail, Silver Creek,
  Stonebridge, Summit, Sunflower, Tallgrass, Three Forks, Trillium, Truman Road, Union Hill, Waldo,
  Westport, Wheatland, Wild Horse
`);

export const companyTrades = listed(`
  Agronomy, Biologics, Building Supply, Cattle, Cold Storage, Credit Union, Dental Partners, Diagnostics,
  Foods, Freight, Grain, Health System, Hospitality, Insurance, Logistics, Machine Works, Mutual,
  Packaging, Pharmacy, Pipeline, Properties, Rail Services, Realty, Robotics, Senior Living, Software,
  Steel, Telecom, Transit, Wind Energy
`);

export const companyForms = listed(`
  Inc., LLC, Co., Corp., LP, Holdings
`);

/** What firms of lawyers call themselves after two surnames. */
export const firmForms = listed(`
  LLP, PC, LLC, PLLC, Law Group LLC, Partners LLP
`);
